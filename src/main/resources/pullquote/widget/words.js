/** The chat's own texts in the user's language, from the same message files as the rest of the product. */
const SPOKEN = ["en", "ru", "kk"];

export class Words {
  #messages;

  constructor(language, messages) {
    this.language = language;
    this.#messages = messages;
  }

  /** @param wanted a language tag, such as ru-KZ; unsupported languages fall back to English */
  static async of(wanted) {
    const language = SPOKEN.find((spoken) => wanted?.toLowerCase().split("-")[0] === spoken) ?? "en";
    const { default: messages } = await import(`./messages-${language}.js`);
    return new Words(language, messages);
  }

  /** @param values replace {0}, {1} … */
  say(key, ...values) {
    // A date may end in a full stop (“2022 г.”); do not add a second one.
    return this.#messages[key].replace(/\{(\d)\}/g, (_, place) => values[place]).replace(/\.\.$/, ".");
  }

  /** @param date as YYYY-MM-DD */
  date(date) {
    const options = { dateStyle: "long", timeZone: "UTC" };
    const long = new Intl.DateTimeFormat(this.language === "en" ? "en-GB" : this.language, options).format(new Date(`${date}T00:00:00Z`));
    // Chromium has no Kazakh month names (January is “M01”), so use figures.
    return /M\d\d/.test(long) ? date.split("-").reverse().join(".") : long;
  }

  /**
   * Describes the position of a citation.
   *
   * @param about the id of the chat's article, whose title is then left out, or null
   */
  place(citation, about = null) {
    const { paragraph, article_id, article_title, article_date } = citation;
    const parts = [this.say("paragraph", paragraph), article_id === about ? null : article_title, article_date && this.date(article_date)];
    return parts.filter((part) => part).join(" · ");
  }

  problem({ kind, seconds }) {
    return seconds ? this.say("problem.busy_until", seconds) : this.say(`problem.${kind}`);
  }

  /** Returns an answer for screen readers, without citation numbers. */
  spoken(answer) {
    const text = answer.sentences.map((sentence) => sentence.text).join(" ") || answer.text;
    const count = answer.citations.length;
    return count > 0 ? `${text} ${this.say("sources", count)}` : text;
  }
}
