/** An answer to take along, with its proof. */
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
 * @param root for a field that an insecure page needs, as it has no other clipboard
 * @return whether it could be copied
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
