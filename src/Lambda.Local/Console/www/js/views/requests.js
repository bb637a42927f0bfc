import * as api from "../api.js";
import { h } from "../dom.js";
import { store } from "../store.js";
import { duration, isGoing, reason, status, time, verb } from "../text.js";
import { showEntry } from "./entry.js";

// Survives going to another page and back.
const wanted = { text: "", failuresOnly: false };

/**
 * The last requests and events, live, beside one of them.
 * @param {HTMLElement} main
 * @param {string} id
 * @param {AbortSignal} over
 */
export function showRequests(main, id, over) {
  const known = main.querySelector(".requests");
  if (known instanceof RequestsView) known.open(Number(id));
  else main.replaceChildren(new RequestsView(Number(id)));
  over.addEventListener("abort", () => {
    if (!location.hash.startsWith("#/requests") && location.hash.length > 2) main.replaceChildren();
  });
}

/** <requests-view> lists what happened. */
class RequestsView extends HTMLElement {
  #list = h("ol.list.sheet", { "aria-label": "The last requests and events, the newest first" });
  #empty = h("div.empty.sheet", {});
  #split = h("div.split");
  #whole = h("section.whole.sheet", { "aria-label": "Details" });
  #opened = 0;

  /** @type {Map<number, HTMLElement>} */
  #rows = new Map();

  /** @param {number} id */
  constructor(id) {
    super();
    this.className = "requests";
    this.append(this.#tools(), this.#split);
    this.#split.append(this.#list, this.#empty, this.#whole);
    this.#list.addEventListener("keydown", (event) => this.#move(event));
    this.#draw();
    this.open(id);
  }

  connectedCallback() {
    store.addEventListener("requests", this);
  }

  disconnectedCallback() {
    store.removeEventListener("requests", this);
  }

  /** @param {Event} event */
  handleEvent(event) {
    const { changed, fresh } = /** @type {CustomEvent<{ changed: api.Entry[], fresh: api.Entry[] }>} */ (event).detail;
    this.#draw(new Set(changed.map((entry) => entry.id)), new Set(fresh.map((entry) => entry.id)));
    if (changed.some((entry) => entry.id === this.#opened)) void this.#fill();
  }

  /** @param {number} id 0 or nothing for the list alone. */
  open(id) {
    const before = this.#opened;
    this.#opened = id || 0;
    this.#split.classList.toggle("open", this.#opened > 0);
    this.#whole.hidden = this.#opened === 0;
    for (const [key, row] of this.#rows) mark(row, key === this.#opened);
    if (this.#opened > 0) void this.#fill(this.#opened !== before);
    else if (before > 0) this.#rows.get(before)?.querySelector("a")?.focus();
  }

  #tools() {
    const search = h("input", { type: "search", placeholder: "Filter", "aria-label": "Filter", value: wanted.text });
    search.addEventListener("input", () => {
      wanted.text = /** @type {HTMLInputElement} */ (search).value.trim().toLowerCase();
      this.#draw();
    });
    const failures = h("button", { type: "button", "aria-pressed": String(wanted.failuresOnly) }, "Failures");
    failures.addEventListener("click", () => {
      wanted.failuresOnly = !wanted.failuresOnly;
      failures.setAttribute("aria-pressed", String(wanted.failuresOnly));
      this.#draw();
    });
    return h("div.tools", {}, h("h1", {}, "Requests"), search, failures,
      h("button", { type: "button", onclick: () => api.clear() }, "Clear"));
  }

  /** @param {Set<number>} [changed] @param {Set<number>} [fresh] */
  #draw(changed, fresh) {
    const shown = store.list.filter(isWanted);
    for (const [id, row] of this.#rows) {
      if (!changed || changed.has(id) || !store.requests.has(id)) {
        if (!shown.some((entry) => entry.id === id)) row.remove();
        if (!store.requests.has(id)) this.#rows.delete(id);
      }
    }

    // Kept in place where nothing changed, so that the focus stays where it is.
    /** @type {Element | null} */
    let next = this.#list.firstElementChild;
    for (const entry of shown) {
      const row = this.#rowOf(entry, changed?.has(entry.id) ?? false, fresh?.has(entry.id) ?? false);
      if (row === next) next = next.nextElementSibling;
      else this.#list.insertBefore(row, next);
    }
    while (next) {
      const rest = next.nextElementSibling;
      next.remove();
      next = rest;
    }

    this.#list.hidden = shown.length === 0;
    this.#empty.hidden = shown.length > 0 || !store.isKnown;
    if (shown.length === 0) this.#empty.replaceChildren(...nothing());
  }

  /** @param {api.Entry} entry @param {boolean} isChanged @param {boolean} isFresh */
  #rowOf(entry, isChanged, isFresh) {
    const known = this.#rows.get(entry.id);
    if (known && !isChanged) return known;

    const item = known ?? h("li", {}, h("a.row", { href: `#/requests/${entry.id}` }));
    const row = /** @type {HTMLElement} */ (item.firstElementChild);
    row.replaceChildren(...cells(entry));
    row.classList.toggle("fresh", isFresh);
    mark(item, entry.id === this.#opened);
    this.#rows.set(entry.id, item);
    return item;
  }

  /** @param {boolean} [isNew] */
  async #fill(isNew = false) {
    const id = this.#opened;
    const whole = await showEntry(id);
    if (id !== this.#opened) return;

    const hadFocus = this.#whole.contains(document.activeElement);
    const label = hadFocus ? document.activeElement?.textContent : "";
    this.#whole.replaceChildren(...whole);
    if (isNew) {
      this.#whole.scrollTop = 0;
      /** @type {HTMLElement | null} */ (this.#whole.querySelector("h1"))?.focus();
    } else if (hadFocus) {
      const again = [...this.#whole.querySelectorAll("button, a")].find((control) => control.textContent === label);
      if (again instanceof HTMLElement) again.focus();
    }
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const step = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    const item = event.target instanceof Element ? event.target.closest("li") : null;
    if (!step || !item) return;

    event.preventDefault();
    const other = step === "nextElementSibling" ? item.nextElementSibling : item.previousElementSibling;
    other?.querySelector("a")?.focus();
  }
}

/** @param {HTMLElement} item @param {boolean} isOpen */
function mark(item, isOpen) {
  const row = item.firstElementChild;
  if (isOpen) row?.setAttribute("aria-current", "true");
  else row?.removeAttribute("aria-current");
}

/** @param {api.Entry} entry */
function cells(entry) {
  const { word, kind } = status(entry);
  const why = isGoing(entry) ? "" : reason(entry);
  return [
    h("span.time", {}, time(entry.at)),
    h("span.verb", {}, verb(entry)),
    h("span.path", { title: entry.path }, entry.path),
    h("span.who.soft", {}, answering(entry)),
    h(`span.status.${kind}`, {}, word),
    h("span.ms", {}, duration(entry.ms)),
    why && h("span.why", {}, why),
  ].filter((cell) => cell instanceof Node);
}

/** @param {api.Entry} entry */
function answering({ function: name, kind, refused }) {
  if (kind === "sign-in") return "sign-in";
  if (kind === "object-store") return "object store";
  return name ?? (refused ? "gateway" : "");
}

/** @param {api.Entry} entry */
function isWanted(entry) {
  if (wanted.failuresOnly && !entry.failed) return false;
  const text = `${verb(entry)} ${entry.path} ${answering(entry)} ${entry.status ?? ""} ${reason(entry)}`;
  return text.toLowerCase().includes(wanted.text);
}

function nothing() {
  return store.requests.size > 0
    ? [h("p", {}, "Nothing here fits the filter.")]
    : [h("p", {}, "Nothing has happened yet. Open the site, or try ", h("code", {}, `curl ${location.origin}/`), ".")];
}

customElements.define("requests-view", RequestsView);
