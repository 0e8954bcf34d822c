/** What the chat asks its server, and how it goes wrong. */

/** Where this file came from is where answers come from, whatever page it is on. */
const SERVER = new URL("../../", import.meta.url);

/** A living server writes something every second, if only a comment. */
const SILENCE_MS = 20_000;
/** Before that, a question may have to wait for those that were asked before it. */
const TURN_MS = 45_000;
const RESUMES = 2;
const BACKOFF_MS = 500;

/** Something that kept an answer from the reader. */
export class Problem extends Error {
  /**
   * @param kind for the words that tell of it: busy, offline, broken, refused or server
   * @param seconds after which it is worth trying again, if the server said so
   */
  constructor(kind, seconds = null) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds;
  }
}

/**
 * Asks a question and tells what is heard, event by event. A line that breaks is taken up again where it broke, a few
 * times and ever more slowly; no answer is asked for twice.
 *
 * @param heard is called with each event's name and data
 * @throws Problem if there is no whole answer in the end; an AbortError if the signal says so
 */
export async function ask(request, signal, heard) {
  let last = null;
  const noting = (event) => {
    last = event.id ?? last;
    heard(event.name, event.data);
  };
  for (let tries = 0; ; tries++) {
    try {
      return await listen(request, signal, last, noting);
    } catch (problem) {
      if (problem.kind !== "broken" || last === null || tries === RESUMES) {
        throw problem;
      }
      await pause(BACKOFF_MS * 2 ** tries * (0.5 + Math.random()), signal);
    }
  }
}

/** An article with its paragraphs and what to ask it first. */
export async function article(id) {
  return json(`api/articles/${encodeURIComponent(id)}`);
}

/** All articles, without their paragraphs. */
export async function articles() {
  return json("api/articles");
}

/** @param rating up or down */
export async function rate(answerId, rating) {
  const response = await post(`api/answers/${answerId}/feedback`, { rating }, "application/json");
  if (!response.ok) {
    throw await problemOf(response);
  }
}

async function json(path) {
  const response = await reach(path, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response.json();
}

function post(path, body, accept, more = {}, signal = undefined) {
  return reach(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: accept, ...more },
    body: JSON.stringify(body),
    signal,
  });
}

async function reach(path, options) {
  try {
    return await fetch(new URL(path, SERVER), { credentials: "omit", ...options });
  } catch (why) {
    throw why.name === "AbortError" ? why : new Problem("offline");
  }
}

/** Of what went wrong only the kind is told: details are for programs, and in English. */
async function problemOf(response) {
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  if ([409, 429, 503].includes(response.status)) {
    return new Problem("busy", Number.isNaN(seconds) ? null : seconds);
  }
  // Without its own name for the problem it is somebody else's answer: a proxy's, say.
  const ours = response.headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
  return new Problem(ours && response.status < 500 ? "refused" : "server");
}

async function listen(request, signal, last, heard) {
  const resuming = last === null ? {} : { "Last-Event-ID": last };
  const line = new AbortController();
  const coming = post("api/answers", request, "text/event-stream", resuming, AbortSignal.any([signal, line.signal]));
  const response = await soon(coming, TURN_MS).catch((why) => {
    line.abort();
    throw why;
  });
  if (response.status === 410) {
    throw new Problem("gone");
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    throw new Problem("server");
  }
  for await (const event of eventsOf(response.body.getReader())) {
    if (event.name === "error") {
      throw new Problem("server");
    }
    heard(event);
    if (event.name === "answer") {
      return;
    }
  }
  throw new Problem("broken");
}

/** Server-sent events as the HTML standard writes them, without what our server never sends. */
async function* eventsOf(reader) {
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (true) {
      const { done, value } = await soon(reader.read(), SILENCE_MS);
      if (done) {
        return;
      }
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop();
      for (const block of blocks) {
        const event = eventOf(block);
        if (event !== null) {
          yield event;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function eventOf(block) {
  const fields = Object.fromEntries(
    block
      .split("\n")
      .map((line) => /^(id|event|data): (.*)$/s.exec(line))
      .filter((field) => field !== null)
      .map(([, name, value]) => [name, value]),
  );
  if (fields.event === undefined || fields.data === undefined) {
    return null;
  }
  try {
    return { id: fields.id, name: fields.event, data: JSON.parse(fields.data) };
  } catch {
    throw new Problem("server");
  }
}

/** The same, unless nothing is heard for too long or the line breaks. */
async function soon(read, ms) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Problem("broken")), ms);
  });
  try {
    return await Promise.race([read, silence]);
  } catch (why) {
    throw why.name === "AbortError" || why instanceof Problem ? why : new Problem("broken");
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
