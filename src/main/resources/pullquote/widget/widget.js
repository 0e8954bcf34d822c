/*
 * <script src="https://…/widget.js" data-article="…"></script> adds a chat about that article to any page; an empty
 * data-article means all articles. Without data-article, the script only defines the element
 * <pullquote-chat article="…">, which the page can place anywhere.
 *
 * The imported modules have the version in their address, so that browsers can cache them permanently.
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
