import * as api from "./api.js";

const most = 200;

/** What the console knows at this moment. Fires "requests" and "functions" when it learns more. */
class Store extends EventTarget {
  /** @type {Map<number, api.Entry>} */
  requests = new Map();

  /** @type {Map<string, api.FunctionNews>} */
  functions = new Map();

  isLive = false;

  /** Whether it has heard anything yet: before, an empty list means nothing. */
  isKnown = false;
  #run = 0;

  begin() {
    api.watch(
      (changes) => this.#hear(changes),
      (isLive) => {
        this.isLive = isLive;
        this.dispatchEvent(new Event("live"));
      });
  }

  /** The newest first. */
  get list() {
    return [...this.requests.values()].sort((one, other) => other.id - one.id);
  }

  get faults() {
    return [...this.functions.values()].filter((known) => known.fault);
  }

  /** @param {api.Changes} changes */
  #hear(changes) {
    // Another run of the program counts from one again, and remembers nothing of this one.
    const isAnother = changes.run !== this.#run;
    if (changes.cleared || isAnother) this.requests.clear();
    this.#run = changes.run;
    this.isKnown = true;

    // What was there before is news to nobody.
    const fresh = isAnother ? [] : changes.requests.filter((entry) => !this.requests.has(entry.id));
    for (const entry of changes.requests) this.requests.set(entry.id, entry);
    for (const old of this.list.slice(most)) this.requests.delete(old.id);
    this.functions = new Map(changes.functions.map((known) => [known.name, known]));

    this.dispatchEvent(new CustomEvent("requests", { detail: { changed: changes.requests, fresh } }));
    this.dispatchEvent(new Event("functions"));
  }
}

export const store = new Store();
