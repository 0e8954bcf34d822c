/** What the chat itself says, in the reader's language; from the same message files as all that the product says. */
const SPOKEN = ["en", "ru", "kk"];

export class Words {
  #messages;

  constructor(language, messages) {
    this.language = language;
    this.#messages = messages;
  }

  /** @param wanted a language tag, such as ru-KZ; who speaks another language gets English */
  static async of(wanted) {
    const language = SPOKEN.find((spoken) => wanted?.toLowerCase().split("-")[0] === spoken) ?? "en";
    const { default: messages } = await import(`./messages-${language}.js`);
    return new Words(language, messages);
  }

  /** @param values take the places {0}, {1} … */
  say(key, ...values) {
    // A date may end in a full stop of its own (“2022 г.”): one is enough.
    return this.#messages[key].replace(/\{(\d)\}/g, (_, place) => values[place]).replace(/\.\.$/, ".");
  }

  /** @param date as YYYY-MM-DD */
  date(date) {
    const options = { dateStyle: "long", timeZone: "UTC" };
    const long = new Intl.DateTimeFormat(this.language === "en" ? "en-GB" : this.language, options).format(new Date(`${date}T00:00:00Z`));
    // Chromium knows no Kazakh, and calls January M01: figures say it better.
    return /M\d\d/.test(long) ? date.split("-").reverse().join(".") : long;
  }

  /**
   * Where a citation stands, for people.
   *
   * @param about the article that is spoken of anyway, and need not be named, or null
   */
  place(citation, about = null) {
    const { paragraph, article_id, article_title, article_date } = citation;
    const parts = [this.say("paragraph", paragraph), article_id === about ? null : article_title, article_date && this.date(article_date)];
    return parts.filter((part) => part).join(" · ");
  }

  problem({ kind, seconds }) {
    return seconds ? this.say("problem.busy_until", seconds) : this.say(`problem.${kind}`);
  }

  /** An answer as it is read out: without numbers in it. */
  spoken(answer) {
    const text = answer.sentences.map((sentence) => sentence.text).join(" ") || answer.text;
    const count = answer.citations.length;
    return count > 0 ? `${text} ${this.say("sources", count)}` : text;
  }
}
