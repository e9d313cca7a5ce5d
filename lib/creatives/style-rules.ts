/** AdChoices sits in the upper corner where lines end; it opens to its words under the pointer. */
export const WHY_RULES = [
  '.y{position:absolute;inset-inline-end:0;top:0;z-index:2;display:flex;align-items:center;justify-content:flex-end;min-width:24px;height:16px;padding:0 3px;border-end-start-radius:5px;background:#ffffffd9;color:#3c4048;font:600 10px/16px Arial,sans-serif;text-decoration:none}',
  '.y span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}',
  '.y:hover span,.y:focus span{position:static;width:auto;height:auto;clip-path:none;padding:0 4px 0 2px}',
  '.y b{width:11px;height:11px;margin:auto;border:1px solid;border-radius:50%;font:700 8px/9px Georgia,serif;text-align:center}',
].join('')
