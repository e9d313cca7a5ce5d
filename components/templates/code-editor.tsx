'use client'

import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { css } from '@codemirror/lang-css'
import { html } from '@codemirror/lang-html'
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react'
import type { TemplateFinding } from '@/lib/templates/template-source'
import { CODE_COLORS, CODE_LOOK } from './code-look'

export interface CodeEditorHandle {
  /** Puts the cursor there; both from 1. */
  goTo(line: number, column: number): void
}

interface CodeEditorProps {
  /** Accessible name. */
  label: string
  language: 'html' | 'css'
  value: string
  findings: readonly TemplateFinding[]
  isReadOnly: boolean
  onChange: (value: string) => void
  ref?: Ref<CodeEditorHandle>
}

/** A source with its findings under the words they are about. Escape, then Tab, leaves it. */
export function CodeEditor({
  label,
  language,
  value,
  findings,
  isReadOnly,
  onChange,
  ref,
}: CodeEditorProps) {
  const box = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const first = useRef(value)
  const change = useEffectEvent((next: string) => onChange(next))

  useEffect(() => {
    if (!box.current) return
    const editor = new EditorView({
      parent: box.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          lineNumbers(),
          history(),
          indentOnInput(),
          bracketMatching(),
          highlightActiveLine(),
          lintGutter(),
          EditorView.lineWrapping,
          keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
          language === 'html' ? html() : css(),
          syntaxHighlighting(CODE_COLORS),
          CODE_LOOK,
          EditorState.readOnly.of(isReadOnly),
          EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) change(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = editor
    return () => {
      view.current = null
      editor.destroy()
    }
  }, [language, label, isReadOnly])

  useEffect(() => {
    const editor = view.current
    if (!editor || editor.state.doc.toString() === value) return
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } })
  }, [value])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const own = findings.map((finding) => toDiagnostic(editor.state, finding))
    editor.dispatch(
      setDiagnostics(
        editor.state,
        own.toSorted((one, other) => one.from - other.from),
      ),
    )
  }, [findings])

  useImperativeHandle(ref, () => ({
    goTo(line, column) {
      const editor = view.current
      if (!editor) return
      const anchor = findPosition(editor.state, line, column)
      editor.dispatch({
        selection: { anchor },
        effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
      })
      editor.focus()
    },
  }))

  return <div ref={box} className="h-full min-h-0" />
}

function findPosition(state: EditorState, line: number, column: number): number {
  const { from, length } = state.doc.line(Math.min(Math.max(1, line), state.doc.lines))
  return from + Math.min(Math.max(0, column - 1), length)
}

function toDiagnostic(state: EditorState, finding: TemplateFinding): Diagnostic {
  const from = findPosition(state, finding.line, finding.column)
  const word = state.wordAt(from) ?? state.wordAt(Math.min(from + 1, state.doc.length))
  return {
    from,
    to: Math.max(from, word?.to ?? from),
    severity: finding.severity,
    message: `${finding.message} ${finding.fix}`.trim(),
  }
}
