/*
 * Styles of the chat. Pages can set the --pullquote-* properties and style the parts; other property names are internal.
 * Contrast is at least 7:1 for text and 3:1 for controls.
 *
 * Page styles apply to the host element and would be inherited, so inheritance is reset: all content inherits from .all,
 * which page styles cannot select. Lengths are in em, because the page defines rem.
 */
export const style = `
.all {
  --light-paper: #fffdf9; --light-raised: #f4efe6; --light-ink: #22201d; --light-quiet: #57514a; --light-line: #d9d1c4;
  --light-edge: #857b6d; --light-accent: #8f3413; --light-on-accent: #fff; --light-mark: #ffe08a; --light-mark-ink: #22201d;
  --dark-paper: #1c1a18; --dark-raised: #2a2724; --dark-ink: #ece8e1; --dark-quiet: #bdb5a9; --dark-line: #403b35;
  --dark-edge: #8d8477; --dark-accent: #f2a888; --dark-on-accent: #221108; --dark-mark: #6b5312; --dark-mark-ink: #fff6dc;

  --paper: var(--pullquote-paper, var(--light-paper));
  --raised: var(--pullquote-raised, var(--light-raised));
  --ink: var(--pullquote-ink, var(--light-ink));
  --quiet: var(--pullquote-quiet, var(--light-quiet));
  --line: var(--pullquote-line, var(--light-line));
  --edge: var(--pullquote-edge, var(--light-edge));
  --accent: var(--pullquote-accent, var(--light-accent));
  --on-accent: var(--pullquote-on-accent, var(--light-on-accent));
  --mark: var(--pullquote-mark, var(--light-mark));
  --mark-ink: var(--pullquote-mark-ink, var(--light-mark-ink));
  --radius: var(--pullquote-radius, 0.9em);

  all: initial;
  display: contents;
  color-scheme: light;
  font: var(--pullquote-font, medium/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif);
  direction: inherit;
  color: var(--ink);
}

@media (prefers-color-scheme: dark) {
  :host(:not([theme="light"])) .all {
    --paper: var(--pullquote-paper, var(--dark-paper)); --raised: var(--pullquote-raised, var(--dark-raised));
    --ink: var(--pullquote-ink, var(--dark-ink)); --quiet: var(--pullquote-quiet, var(--dark-quiet));
    --line: var(--pullquote-line, var(--dark-line)); --edge: var(--pullquote-edge, var(--dark-edge));
    --accent: var(--pullquote-accent, var(--dark-accent)); --on-accent: var(--pullquote-on-accent, var(--dark-on-accent));
    --mark: var(--pullquote-mark, var(--dark-mark)); --mark-ink: var(--pullquote-mark-ink, var(--dark-mark-ink));
    color-scheme: dark;
  }
}

:host([theme="dark"]) .all {
  --paper: var(--pullquote-paper, var(--dark-paper)); --raised: var(--pullquote-raised, var(--dark-raised));
  --ink: var(--pullquote-ink, var(--dark-ink)); --quiet: var(--pullquote-quiet, var(--dark-quiet));
  --line: var(--pullquote-line, var(--dark-line)); --edge: var(--pullquote-edge, var(--dark-edge));
  --accent: var(--pullquote-accent, var(--dark-accent)); --on-accent: var(--pullquote-on-accent, var(--dark-on-accent));
  --mark: var(--pullquote-mark, var(--dark-mark)); --mark-ink: var(--pullquote-mark-ink, var(--dark-mark-ink));
  color-scheme: dark;
}

:host { display: block; }

:host([hidden]) { display: none; }

* { box-sizing: border-box; }

h2, h3, h4, p, ol, blockquote, figure { margin: 0; padding: 0; font-weight: inherit; font-size: inherit; }

button, textarea { font: inherit; color: inherit; }

button { cursor: pointer; }

:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }

.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

/* The button at the edge of the window */

.edge {
  position: fixed;
  inset-block-end: max(1em, env(safe-area-inset-bottom));
  inset-inline-end: max(1em, env(safe-area-inset-right));
  z-index: 2147483000;
  display: inline-flex;
  align-items: center;
  gap: 0.5em;
  max-width: calc(100vw - 2em);
  padding: 0.75em 1.2em 0.75em 1em;
  border: 1px solid transparent;
  border-radius: 2em;
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 600;
  text-align: start;
  box-shadow: 0 0.3em 1.2em rgb(0 0 0 / 25%);
}

.edge svg { flex: none; }

/* The chat */

.panel {
  display: flex;
  flex-direction: column;
  width: 100%;
  height: var(--pullquote-height, 36em);
  max-height: 100%;
  margin: 0;
  padding: 0;
  overflow: hidden;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--paper);
  color: var(--ink);
  overflow-wrap: anywhere;
}

dialog.panel:not([open]) { display: none; }

dialog.panel {
  position: fixed;
  inset: auto;
  inset-block-end: 1em;
  inset-inline-end: 1em;
  z-index: 2147483000;
  width: min(26em, calc(100vw - 2em));
  max-width: none;
  height: min(42em, calc(100dvh - 2em));
  max-height: none;
  box-shadow: 0 0.8em 3em rgb(0 0 0 / 28%);
}

dialog.panel:modal {
  inset: 0;
  inset-block-start: var(--visible-top, 0);
  width: 100vw;
  height: var(--visible-height, 100dvh);
  border: 0;
  border-radius: 0;
}

dialog::backdrop { background: var(--paper); }

header {
  display: flex;
  align-items: center;
  gap: 0.25em;
  padding: 0.5em 0.5em 0.5em 1em;
  padding-inline: 1em 0.5em;
  border-block-end: 1px solid var(--line);
}

header h2 { flex: 1; font-weight: 650; }

.icon {
  display: inline-grid;
  place-items: center;
  flex: none;
  width: 2.25em;
  height: 2.25em;
  padding: 0;
  border: 0;
  border-radius: 0.6em;
  background: none;
  color: var(--quiet);
}

.icon:hover, .text:hover { background: var(--raised); color: var(--ink); }

.icon[aria-pressed="true"] { background: var(--raised); color: var(--accent); }

.text {
  display: inline-flex;
  align-items: center;
  gap: 0.457em;
  min-height: 2.571em;
  padding: 0 0.686em 0 0.457em;
  border: 0;
  border-radius: 0.686em;
  background: none;
  color: var(--quiet);
  font-size: 0.875em;
}

.messages {
  flex: 1;
  min-height: 4em;
  padding: 1em;
  overflow-y: auto;
  overscroll-behavior: contain;
}

.messages:focus-visible { outline-offset: -3px; }

.welcome { display: grid; gap: 1em; }

.turn { display: grid; gap: 0.75em; margin-block-end: 1.5em; content-visibility: auto; contain-intrinsic-size: auto 12em; }

.question {
  justify-self: end;
  max-width: 85%;
  padding: 0.5em 0.9em;
  border-radius: 1em;
  border-end-end-radius: 0.25em;
  background: var(--raised);
  overflow: clip;
  white-space: pre-line;
  unicode-bidi: isolate;
}

.answer { display: grid; gap: 0.6em; min-width: 0; }

.answer > p, .sentence, blockquote { unicode-bidi: isolate; }

/* On right-to-left pages, left-to-right sentences keep their full stop at the end. */
.welcome p, .answer > .note, .answer > .meter, .footnote { unicode-bidi: plaintext; }

.answer > p { overflow: clip; overflow-clip-margin: 0.5em; }

.note, .meter { font-size: 0.875em; color: var(--quiet); }

.mark {
  display: inline-block;
  min-width: 1.875em;
  margin-inline: 0.25em;
  padding: 0 0.375em;
  border-radius: 0.625em;
  background: var(--raised);
  color: var(--accent);
  font-size: 0.8em;
  font-weight: 650;
  line-height: 1.875em;
  text-align: center;
  text-decoration: none;
  unicode-bidi: isolate;
}

.translated { color: var(--quiet); font-size: 0.75em; cursor: help; }

.mark:hover, .mark:focus-visible { background: var(--accent); color: var(--on-accent); }

.waiting { display: flex; gap: 0.35em; padding-block: 0.4em; }

.waiting span {
  width: 0.5em;
  height: 0.5em;
  border-radius: 50%;
  background: var(--edge);
  animation: wait 1.2s infinite ease-in-out;
}

.waiting span:nth-child(2) { animation-delay: 0.15s; }

.waiting span:nth-child(3) { animation-delay: 0.3s; }

@keyframes wait { 40% { opacity: 0.25; transform: translateY(-0.2em); } }

@keyframes arrive { from { opacity: 0; } }

.sentence { animation: arrive 0.25s; }

.sources summary {
  width: fit-content;
  padding: 0.229em 0;
  color: var(--accent);
  font-size: 0.875em;
  cursor: pointer;
}

.sources ol { display: grid; gap: 0.75em; padding-block-start: 0.5em; padding-inline-start: 1.4em; }

.sources li::marker { color: var(--quiet); font-size: 0.875em; }

blockquote {
  padding-inline-start: 0.75em;
  border-inline-start: 3px solid var(--accent);
  font-family: Georgia, "Noto Serif", "PT Serif", serif;
  overflow: clip;
}

figcaption { margin-block-start: 0.286em; font-size: 0.875em; }

figcaption a { color: var(--accent); text-underline-offset: 0.15em; }

.closest { display: grid; gap: 0.75em; padding: 0.75em; border: 1px dashed var(--edge); border-radius: 0.6em; }

h4 { font-size: 0.875em; color: var(--quiet); }

.actions { display: flex; flex-wrap: wrap; align-items: center; margin-inline-start: -0.4em; }

.thumbs { display: inline-flex; }

.suggested { display: grid; justify-items: start; gap: 0.4em; }

.suggested button {
  padding: 0.4em 0.8em;
  border: 1px solid var(--edge);
  border-radius: 1.1em;
  background: none;
  color: var(--accent);
  text-align: start;
}

.suggested button:hover:enabled { background: var(--raised); }

.suggested button:disabled { color: var(--quiet); cursor: default; }

.composer { display: flex; align-items: end; gap: 0.5em; margin: 0; padding: 0.75em 0.75em 0.4em; }

textarea {
  flex: 1;
  min-width: 0;
  min-height: 2.75em;
  max-height: 9em;
  padding: 0.6em 0.8em;
  border: 1px solid var(--edge);
  border-radius: 0.8em;
  background: var(--paper);
  field-sizing: content;
  resize: none;
}

textarea::placeholder { color: var(--quiet); opacity: 1; }

.send { width: 2.75em; height: 2.75em; border-radius: 0.8em; background: var(--accent); color: var(--on-accent); }

.send:hover { background: var(--ink); color: var(--paper); }

.footnote { padding: 0 1.333em 0.8em; font-size: 0.75em; color: var(--quiet); }

.card {
  position: fixed;
  inset: auto;
  width: min(22em, calc(100vw - 1em));
  max-height: 60vh;
  margin: 0;
  padding: 0.9em;
  overflow: auto;
  border: 1px solid var(--line);
  border-radius: 0.7em;
  background: var(--paper);
  color: var(--ink);
  box-shadow: 0 0.5em 2em rgb(0 0 0 / 25%);
  overflow-wrap: anywhere;
}

.card p { margin-block-start: 0.457em; font-size: 0.875em; color: var(--quiet); }

/* Prevents phones from zooming in when the input gets focus. */
@media (max-width: 40rem) { textarea { font-size: max(1em, 16px); } }

@media (max-height: 24rem) { .footnote { display: none; } }

@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }

@media (forced-colors: active) { .mark, .send, .edge { border: 1px solid; } }

@media print { :host { display: none; } }
`;
