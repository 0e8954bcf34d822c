/*
 * <script src="https://…/widget.js" data-article="…"></script> puts a chat about that article on any page; with an
 * empty data-article it is about all of them. Without data-article it only teaches the page the element
 * <pullquote-chat article="…">, to be placed wherever the page wants it.
 *
 * All that follows lies under an address with the version in it, so that browsers may keep it for good.
 */
(() => {
  const script = document.currentScript;
  const { article, language, theme } = script.dataset;
  import(new URL("widget/{{version}}/chat.js", script.src).href).catch((why) =>
    console.error("Pullquote: the chat could not be loaded.", why),
  );
  if (article === undefined) {
    return;
  }
  const chat = document.createElement("pullquote-chat");
  const attributes = { article, language, theme, floating: "" };
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      chat.setAttribute(name, value);
    }
  }
  if (document.body) {
    document.body.append(chat);
  } else {
    document.addEventListener("DOMContentLoaded", () => document.body.append(chat), { once: true });
  }
})();
