/** @typedef {import("./api.js").Photo} Photo */

/**
 * The photos seen so far, newest taken first, as long as the page is open.
 * Fires "show" (detail: {@link Shown}) for a photo that is new or has changed, and "hide" (detail: id).
 * @typedef {{ photo: Photo, before: Photo | null }} Shown `before` is the photo behind it, null at the end.
 */
export class Library extends EventTarget {
  #api;
  #pages;
  /** @type {Photo[]} */
  #photos = [];
  /** @type {Promise<void> | null} */
  #loading = null;

  /** @param {import("./api.js").Api} api */
  constructor(api) {
    super();
    this.#api = api;
    this.#pages = api.library();
  }

  get isComplete() {
    return this.#pages.isDone;
  }

  get isEmpty() {
    return this.#photos.length === 0;
  }

  /** Reads on; everybody who asks meanwhile waits for the same page. */
  more() {
    this.#loading ??= this.#readOn().finally(() => (this.#loading = null));
    return this.#loading;
  }

  /**
   * The photo as it is known here, else as the library knows it.
   * @param {string} id
   */
  async find(id) {
    return this.#photos[this.#indexOf(id)] ?? (await this.#api.photo(id));
  }

  /**
   * The photo again, with links that are fresh.
   * @param {string} id
   */
  async refresh(id) {
    const photo = await this.#api.photo(id);
    this.show(photo);
    return photo;
  }

  /**
   * The photo beside another one; null at either end, or when the other is not in sight yet.
   * @param {string} id
   * @param {1 | -1} step 1 for the next, which is older.
   */
  async beside(id, step) {
    const index = this.#indexOf(id);
    if (index < 0) return null;
    if (index + step >= this.#photos.length && !this.isComplete) await this.more();
    return this.#photos[this.#indexOf(id) + step] ?? null;
  }

  /** @param {Photo} photo */
  async remove(photo) {
    this.#hide((await this.#api.remove(photo.id)).id);
  }

  /** @param {Photo} photo */
  async restore(photo) {
    this.show(await this.#api.restore(photo.id));
  }

  /**
   * Puts a photo in its place. One that is older than what has been read is left to its page.
   * @param {Photo} photo
   */
  show(photo) {
    if (photo.state !== "ready") return this.#hide(photo.id);

    const known = this.#indexOf(photo.id);
    if (known >= 0) this.#photos[known] = photo;
    else if (!this.#insert(photo)) return;

    const before = this.#photos[this.#indexOf(photo.id) + 1] ?? null;
    this.dispatchEvent(new CustomEvent("show", { detail: { photo, before } }));
  }

  /** @param {Photo} photo */
  #insert(photo) {
    const index = this.#photos.findIndex((other) => isNewer(photo, other));
    if (index < 0 && !this.isComplete) return false;
    this.#photos.splice(index < 0 ? this.#photos.length : index, 0, photo);
    return true;
  }

  async #readOn() {
    for (const photo of await this.#pages.next()) {
      if (this.#indexOf(photo.id) >= 0) continue;
      this.#photos.push(photo);
      this.dispatchEvent(new CustomEvent("show", { detail: { photo, before: null } }));
    }
  }

  /** @param {string} id */
  #hide(id) {
    const index = this.#indexOf(id);
    if (index < 0) return;
    this.#photos.splice(index, 1);
    this.dispatchEvent(new CustomEvent("hide", { detail: id }));
  }

  /** @param {string} id */
  #indexOf(id) {
    return this.#photos.findIndex((photo) => photo.id === id);
  }
}

/**
 * The order of GET /photos.
 * @param {Photo} photo
 * @param {Photo} other
 */
function isNewer(photo, other) {
  const [a, b] = [photo.takenAt.local, other.takenAt.local];
  return a === b ? photo.id > other.id : a > b;
}
