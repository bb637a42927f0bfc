import { html } from "../dom.js";
import { inWords, isSignedOut } from "../problem.js";
import { monthOf } from "../text.js";
import { photoTile } from "./photo-tile.js";

/** @typedef {import("../api.js").Photo} Photo */
/** @typedef {import("../library.js").Library} Library */

/**
 * <photo-grid> shows a library by month and reads on as its end scrolls into view.
 * Fires "photo-bare" (detail: Photo) for one without a thumbnail, and "choose-files" when somebody wants to add some.
 */
export class PhotoGrid extends HTMLElement {
  /** @type {Library | null} */
  #library = null;
  /** @type {Map<string, HTMLElement>} */
  #tiles = new Map();
  /** @type {Set<string>} */
  #refreshed = new Set();
  #end = html`<div class="grid-end" aria-live="polite"></div>`;
  #watch = new IntersectionObserver(([end]) => end.isIntersecting && this.#more(), { rootMargin: "900px" });

  /**
   * @param {Library} library
   * @returns {Promise<void>} The first page has been tried.
   */
  show(library) {
    this.#library = library;
    library.addEventListener("show", (event) => this.#put(/** @type {CustomEvent} */ (event).detail));
    library.addEventListener("hide", (event) => this.#remove(/** @type {CustomEvent} */ (event).detail));
    this.addEventListener("keydown", (event) => this.#step(event));
    this.replaceChildren(this.#end);
    return this.#more();
  }

  disconnectedCallback() {
    this.#watch.disconnect();
  }

  /** @param {string} id */
  focusOn(id) {
    const link = this.#tiles.get(id)?.querySelector("a");
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: "nearest" });
  }

  async #more() {
    const library = this.#library;
    if (!library) return;

    this.#watch.disconnect(); // one page at a time
    this.#end.replaceChildren(html`<p class="soft">Loading…</p>`);
    try {
      await library.more();
      this.#describeEnd();
    } catch (error) {
      const words = html`<p role="alert">${inWords(error)}</p>`;
      this.#end.replaceChildren(this.#offer(words, "Try again", () => this.#more()));
      if (isSignedOut(error)) throw error; // there is more to do about it than to try again
      return;
    }

    if (!library.isComplete) this.#watch.observe(this.#end); // reports at once when the end is still in view
  }

  #describeEnd() {
    if (!this.#library?.isEmpty || !this.#library.isComplete) return this.#end.replaceChildren();
    const invitation = html`
      <div>
        <h2>No photos yet</h2>
        <p class="soft">Drop some anywhere on this page, whole folders too.</p>
      </div>`;
    const choose = () => this.dispatchEvent(new Event("choose-files"));
    this.#end.replaceChildren(this.#offer(invitation, "Choose photos", choose));
  }

  /**
   * @param {HTMLElement} words
   * @param {string} label
   * @param {() => void} run
   */
  #offer(words, label, run) {
    const button = html`<button class="secondary" type="button">${label}</button>`;
    button.addEventListener("click", run);
    return html`<div class="empty">${words}${button}</div>`;
  }

  /** @param {import("../library.js").Shown} shown */
  #put({ photo, before }) {
    const tile = photoTile(photo, () => this.#mend(photo));
    const old = this.#tiles.get(photo.id);
    this.#tiles.set(photo.id, tile);
    if (!photo.links.thumbnail) this.#reportBare(photo);

    if (old) {
      const hadFocus = old.contains(document.activeElement);
      old.replaceWith(tile);
      if (hadFocus) tile.querySelector("a")?.focus({ preventScroll: true });
      return;
    }

    const behind = (before && this.#tiles.get(before.id)) ?? null;
    const list = this.#listOf(photo, behind);
    list.insertBefore(tile, behind?.parentElement === list ? behind : null);
    if (this.#end.querySelector(".empty h2")) this.#end.replaceChildren();
  }

  /**
   * The list of a photo's month, made in its place when it is the month's first.
   * @param {Photo} photo
   * @param {HTMLElement | null} behind The tile that will follow.
   */
  #listOf(photo, behind) {
    const name = monthOf(photo);
    const known = this.querySelector(`section[data-month="${name}"] ul`);
    if (known) return known;

    const list = html`<ul></ul>`;
    const month = html`
      <section class="month" data-month="${name}" aria-label="${name}">
        <h2>${name}</h2>
        ${list}
      </section>`;
    (behind?.closest("section") ?? this.#end).before(month);
    return list;
  }

  /** @param {string} id */
  #remove(id) {
    const tile = this.#tiles.get(id);
    const month = tile?.closest("section");
    this.#tiles.delete(id);
    tile?.remove();
    if (month && !month.querySelector("li")) month.remove();
    if (this.#tiles.size === 0) this.#describeEnd();
  }

  // Links die after an hour, and an announced thumbnail may never have arrived: ask once more before giving up.
  /** @param {Photo} photo */
  async #mend(photo) {
    const isStale = Date.parse(photo.links.expiresAt) < Date.now();
    if (this.#refreshed.has(photo.id) && !isStale) return this.#reportBare(photo);
    this.#refreshed.add(photo.id);
    await this.#library?.refresh(photo.id);
  }

  /** @param {Photo} photo */
  #reportBare(photo) {
    this.dispatchEvent(new CustomEvent("photo-bare", { detail: photo }));
  }

  /** @param {KeyboardEvent} event */
  #step({ key, target }) {
    const links = [...this.querySelectorAll("a")];
    const here = links.findIndex((link) => link === target);
    const step = new Map([["ArrowRight", 1], ["ArrowLeft", -1]]).get(key);
    if (here >= 0 && step) links[here + step]?.focus();
  }
}

customElements.define("photo-grid", PhotoGrid);
