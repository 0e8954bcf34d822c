/** Formats an answer with its sources for the clipboard. */
export function sources(turn, words) {
  const text = turn.sentences
    .map((sentence) => sentence.text + sentence.citations.map((number) => ` [${number}]`).join(""))
    .join(" ");
  const note = turn.sentences.some((sentence) => sentence.translated) ? [words.say("original")] : [];
  const list = turn.citations.map(
    (citation) => `[${citation.number}] “${citation.quote}”\n    ${words.place(citation)}\n    ${citation.url}`,
  );
  return [turn.question, text, ...note, ...list].join("\n\n");
}

/**
 * Copies text to the clipboard.
 *
 * @param root the parent of a temporary text field, needed on insecure pages, which have no clipboard API
 * @return true if the text was copied
 */
export async function copy(text, root) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const whole = Object.assign(document.createElement("textarea"), { value: text });
    root.append(whole);
    whole.select();
    const isCopied = document.execCommand("copy");
    whole.remove();
    return isCopied;
  }
}
