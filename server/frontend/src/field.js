// The editor itself: CodeMirror in a shadow root, where its styles need no <style> element, which
// the Content Security Policy would refuse.

import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { HighlightStyle, bracketMatching, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { SparqlLanguage, sparql } from "codemirror-lang-sparql";

import { source } from "./completion.js";
import { say } from "./words.js";

const LOOK = EditorView.theme({
  "&": {
    backgroundColor: "var(--paper)",
    border: "1px solid var(--quiet)",
    borderRadius: "0.2rem",
    color: "var(--ink)",
    maxHeight: "70vh",
  },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "ui-monospace, monospace", lineHeight: "1.5", overflow: "auto" },
  ".cm-content, .cm-gutter": { minHeight: "15rem" },
  ".cm-content": { caretColor: "var(--ink)" },
  ".cm-gutters": {
    backgroundColor: "var(--wash)",
    borderRight: "1px solid var(--line)",
    color: "var(--quiet)",
  },
  ".cm-gutter-lint": { width: "1rem" },
  // The pictures that lint brings are data: addresses, which the policy refuses.
  ".cm-lintRange-error": {
    backgroundColor: "color-mix(in srgb, var(--negated) 18%, transparent)",
    backgroundImage: "none",
    textDecoration: "underline wavy var(--negated)",
  },
  ".cm-lint-marker-error": {
    color: "var(--negated)",
    content: "normal",
    fontWeight: "700",
    textAlign: "center",
  },
  ".cm-lint-marker-error::before": { content: "'✕'" },
  ".cm-lintPoint-error::after": { borderBottomColor: "var(--negated)" },
  ".cm-tooltip": {
    backgroundColor: "var(--paper)",
    border: "1px solid var(--quiet)",
    color: "var(--ink)",
    maxWidth: "min(40rem, 92vw)",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "ui-monospace, monospace" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.15rem 0.4rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": {
    backgroundColor: "var(--link)",
    color: "var(--paper)",
  },
  ".cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-completionDetail": { color: "var(--quiet)", fontFamily: "system-ui", fontStyle: "normal" },
  ".cm-completionIcon": { display: "none" },
  ".cm-completionInfo": { fontFamily: "system-ui", padding: "0.4rem 0.6rem" },
  ".cm-diagnostic-error": { borderLeft: "5px solid var(--negated)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--line)" },
});
const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--computed)", fontWeight: "600" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.string, tags.annotation], color: "var(--in-force)" },
  { tag: [tags.integer, tags.float, tags.bool], color: "var(--planned)" },
  { tag: tags.variableName, color: "var(--link)" },
]);
const BRACKETS = { brackets: ["(", "[", "{", "'", '"'] };

// A browser that types over several lines joins them with a style attribute, which the policy
// refuses and reports: so the editor replaces what is selected.
const TYPED = new Set(["insertText", "insertReplacementText", "deleteContentBackward"]);
const REPLACING = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { from, to, empty } = view.state.selection.main;
    if (empty || event.isComposing || !TYPED.has(event.inputType)) return false;
    const text = event.data ?? "";
    const typed = { scrollIntoView: true, userEvent: "input.type" };
    const insert = () => view.state.update(view.state.replaceSelection(text), typed);
    const handlers = view.state.facet(EditorView.inputHandler);
    if (!handlers.some((handle) => handle(view, from, to, text, insert))) {
      view.dispatch(insert());
    }
    return true;
  },
});

/** The editor, put into a host element; `run` is called for Ctrl+Enter. */
export class Field {
  constructor(host, { text, label, known, run }) {
    const root = host.attachShadow({ mode: "open" });
    this.view = new EditorView({ root, parent: root, state: state(text, label, known, run) });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  /** Put another text in place of all; it can be undone. */
  set text(text) {
    const to = this.view.state.doc.length;
    this.view.dispatch({ changes: { from: 0, to, insert: text }, selection: { anchor: 0 } });
    this.clear();
  }

  focus() {
    this.view.focus();
  }

  /** Mark what is wrong at a place, as the endpoint counts it: lines and characters from 1. */
  mark({ line, column, token = "" }, message) {
    const { doc } = this.view.state;
    const row = doc.line(Math.min(Math.max(line, 1), doc.lines));
    const before = [...row.text].slice(0, Math.max(column, 1) - 1).join("");
    const from = row.from + before.length;
    const to = Math.min(from + token.length, doc.length);
    const found = [{ from, to, severity: "error", message }];
    this.view.dispatch(setDiagnostics(this.view.state, found));
    return from;
  }

  /** Take the marks away. */
  clear() {
    this.view.dispatch(setDiagnostics(this.view.state, []));
  }

  /** Put the cursor at a place. */
  go(place) {
    this.view.dispatch({ selection: { anchor: place }, scrollIntoView: true });
    this.focus();
  }
}

function state(text, label, known, run) {
  const asking = { key: "Mod-Enter", run: () => (run(), true) };
  return EditorState.create({
    doc: text,
    extensions: [
      Prec.highest(keymap.of([asking])),
      keymap.of([
        { key: "Tab", run: acceptCompletion },
        ...completionKeymap,
        ...closeBracketsKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        indentWithTab,
      ]),
      sparql(),
      SparqlLanguage.data.of({ commentTokens: { line: "#" }, closeBrackets: BRACKETS }),
      history(),
      lineNumbers(),
      bracketMatching(),
      closeBrackets(),
      lintGutter(),
      autocompletion({ override: [source(known)], maxRenderedOptions: 50 }),
      syntaxHighlighting(COLOURS),
      REPLACING,
      LOOK,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label }),
      EditorState.phrases.of({ Completions: say("completions") }),
    ],
  });
}
