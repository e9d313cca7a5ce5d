import type { TemplateSource } from './template-source'

/** What a new template begins with: complete, in every size, and without a finding. */
export const STARTER_TEMPLATE: TemplateSource = {
  html: `<div class="photo"><img class="cover" data-slot="image"></div>
<img class="logo" data-slot="logo" data-hide="320x50 320x100">
<div class="words">
  <h1
    class="title"
    data-slot="headline"
    data-fit="268px 2 lines 15-22px; 728x90: 330px 2 lines 13-19px; 160x600: 132px 5 lines 14-22px; 320x50: 128px 2 lines 10-13px; 320x100: 190px 2 lines 12-16px; 300x600: 260px 3 lines 18-30px; 970x250: 330px 3 lines 20-34px; 336x280: 304px 2 lines 16-24px"
  >Your headline</h1>
  <p
    class="more"
    data-slot="body"
    data-hide="320x50 320x100 728x90"
    data-fit="268px 2 lines 12-13px; 160x600: 132px 5 lines 12-13.5px; 300x600: 260px 3 lines 13-16px; 970x250: 330px 2 lines 14-17px; 336x280: 304px 2 lines 12-14px"
  ></p>
  <span
    class="button"
    data-slot="cta"
    data-fit="240px 1 line 10-13px; 728x90: 110px 1 line 10-14px; 160x600: 108px 1 line 10-14px; 320x50: 76px 1 line 10-11.5px; 320x100: 170px 1 line 10-12px; 970x250: 150px 1 line 11-17px"
  >Find out more</span>
  <small
    class="legal"
    data-slot="disclaimer"
    data-hide="320x50 320x100 728x90"
    data-fit="268px 1 line 9-9px; 160x600: 132px 3 lines 9-9px; 300x600: 260px 2 lines 9-9px; 970x250: 330px 1 line 9-9px; 336x280: 304px 1 line 9-9px"
  ></small>
</div>
`,
  css: `/* The ad's own element. Colours come from the campaign's design, or its theme. */
:root {
  display: flex;
  flex-direction: column;
  background: var(--ad-background);
  color: var(--ad-text);
}
.photo {
  flex: 1 1 0;
  min-width: 0;
  min-height: 0;
  overflow: hidden;
}
.cover {
  display: block;
  width: 100%;
  height: 100%;
  object-fit: cover;
}
.logo {
  position: absolute;
  inset-inline-start: 12px;
  top: 12px;
  max-width: 90px;
  max-height: 28px;
  padding: 4px 6px;
  border-radius: var(--ad-radius);
  background: var(--ad-background);
}
.words {
  display: flex;
  flex: none;
  flex-direction: column;
  align-items: flex-start;
  gap: 6px;
  padding: 12px 16px;
  border-block-start: 3px solid var(--ad-accent);
}
.more {
  opacity: 0.85;
}
.button {
  padding: 7px 14px;
  border-radius: var(--ad-radius);
  background: var(--ad-accent);
  color: var(--ad-accent-text);
}
.legal {
  opacity: 0.75;
}

/* Wide sizes: the picture beside the words. */
[data-size="728x90"],
[data-size="970x250"],
[data-size="320x100"],
[data-size="320x50"] {
  flex-direction: row;
}
[data-size="728x90"] .words {
  width: 530px;
  flex-direction: row;
  align-items: center;
  justify-content: space-between;
  border-block-start: 0;
  border-inline-start: 3px solid var(--ad-accent);
}
[data-size="970x250"] .words {
  width: 380px;
  justify-content: center;
  padding: 16px 24px;
  border-block-start: 0;
  border-inline-start: 3px solid var(--ad-accent);
}
[data-size="320x100"] .words {
  width: 216px;
  justify-content: center;
  padding: 8px 12px;
  border-block-start: 0;
  border-inline-start: 3px solid var(--ad-accent);
}
[data-size="320x100"] .button {
  padding: 5px 10px;
}
[data-size="320x50"] .words {
  width: 260px;
  flex-direction: row;
  align-items: center;
  justify-content: space-between;
  padding: 4px 26px 4px 9px;
  border-block-start: 0;
}
[data-size="320x50"] .button {
  padding: 6px 8px;
}
[data-size="160x600"] .words {
  padding: 14px;
}
[data-size="300x600"] .words {
  padding: 20px;
  gap: 10px;
}
`,
}
