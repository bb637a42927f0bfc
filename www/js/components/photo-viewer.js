import { find, html, icon, say } from "../dom.js";
import { isShowable } from "../renditions.js";
import { cameraOf, sizeOf, titleOf, whenTaken } from "../text.js";

/** @typedef {import("../api.js").Photo} Photo */
/** @typedef {{ newer: Photo | null, older: Photo | null }} Neighbours */

const swipe = 60;

/**
 * <photo-viewer> shows one photo large. Not a modal dialog, so that "Undo" and the uploads stay in reach; the page puts
 * aside what is behind it. Fires "viewer-close", "viewer-turn" (detail: the Photo to turn to), and with the Photo shown
 * "viewer-delete", "viewer-restore" and "viewer-stale" (its links are dead).
 */
export class PhotoViewer extends HTMLElement {
  /** @type {Photo | null} */
  photo = null;
  /** @type {Neighbours} */
  #neighbours = { newer: null, older: null };
  #leaving = new AbortController();
  #dialog = html`
    <dialog class="viewer" aria-labelledby="viewer-name">
      <figure class="stage"></figure>
      <button class="round previous" type="button" aria-label="Previous photo">${icon("previous")}</button>
      <button class="round next" type="button" aria-label="Next photo">${icon("next")}</button>
      <div class="viewer-bar">
        <button class="round close" type="button" aria-label="Close">${icon("close")}</button>
        <a class="round download" aria-label="Download the original">${icon("download")}</a>
        <button class="round restore" type="button" aria-label="Take out of the trash">${icon("restore")}</button>
        <button class="round delete" type="button" aria-label="Delete">${icon("delete")}</button>
      </div>
      <div class="facts">
        <h2 id="viewer-name" aria-live="polite"></h2>
        <dl>
          <div><dt>Taken</dt><dd class="taken"></dd></div>
          <div><dt>Camera</dt><dd class="camera"></dd></div>
          <div><dt>Size</dt><dd class="size"></dd></div>
        </dl>
      </div>
    </dialog>`;

  connectedCallback() {
    this.replaceChildren(this.#dialog);
    this.#onClick(".previous", () => this.#turn(this.#neighbours.newer));
    this.#onClick(".next", () => this.#turn(this.#neighbours.older));
    this.#onClick(".close", () => this.#fire("viewer-close"));
    this.#onClick(".delete", () => this.#fire("viewer-delete", this.photo));
    this.#onClick(".restore", () => this.#fire("viewer-restore", this.photo));
    this.#watchSwipes();
    addEventListener("keydown", (event) => this.#onKey(event), { signal: this.#leaving.signal });
  }

  disconnectedCallback() {
    this.#leaving.abort();
    document.documentElement.classList.remove("viewing");
  }

  /**
   * @param {Photo} photo
   * @param {Neighbours} neighbours
   */
  show(photo, neighbours) {
    const isOpening = this.photo === null;
    this.#neighbours = neighbours;
    this.renew(photo);

    this.#button(".previous").disabled = neighbours.newer === null;
    this.#button(".next").disabled = neighbours.older === null;
    for (const photo of [neighbours.older, neighbours.newer])
      if (photo?.links.preview) new Image().src = photo.links.preview;

    if (!isOpening) return;
    document.documentElement.classList.add("viewing");
    /** @type {HTMLDialogElement} */ (this.#dialog).show();
    this.focus();
  }

  focus() {
    this.#button(".close").focus();
  }

  /**
   * The photo in sight, with fresh links.
   * @param {Photo} photo
   */
  renew(photo) {
    const wasStale = this.photo?.id === photo.id;
    this.photo = photo;
    this.#text("#viewer-name", titleOf(photo) + (photo.state === "trashed" ? " (in the trash)" : ""));
    this.#text(".taken", whenTaken(photo));
    this.#text(".camera", cameraOf(photo) || "Not known");
    this.#text(".size", sizeOf(photo));
    this.#button(".delete").hidden = photo.state === "trashed";
    this.#button(".restore").hidden = photo.state === "ready";
    find(this, ".download", HTMLAnchorElement).href = photo.links.original;
    find(this, ".stage", HTMLElement).replaceChildren(this.#picture(photo, !wasStale));
  }

  hide() {
    if (!this.photo) return;
    this.photo = null;
    document.documentElement.classList.remove("viewing");
    /** @type {HTMLDialogElement} */ (this.#dialog).close();
    find(this, ".stage", HTMLElement).replaceChildren();
  }

  /**
   * @param {Photo} photo
   * @param {boolean} mayAsk Whether an error may be a matter of old links.
   */
  #picture(photo, mayAsk) {
    const { preview, thumbnail, original } = photo.links;
    const best = preview ?? (isShowable(photo) ? original : undefined);
    if (!best) return this.#sorry("This browser cannot show this kind of picture. The original is safe: download it.");

    const picture = html`<img class="large" alt="${titleOf(photo)}">`;
    const image = /** @type {HTMLImageElement} */ (picture);
    if (photo.width && photo.height) [image.width, image.height] = [photo.width, photo.height];
    // The thumbnail, which is here already, holds the place until the preview arrives.
    if (thumbnail) image.style.backgroundImage = `url("${thumbnail.replaceAll('"', "%22")}")`;
    image.addEventListener("load", () => (image.style.backgroundImage = "none"));
    image.addEventListener("error", () => {
      if (mayAsk) this.#fire("viewer-stale", photo);
      else image.replaceWith(this.#sorry("This picture cannot be shown; its file may be damaged, and is kept."));
    });
    image.src = best;
    return picture;
  }

  /** @param {string} words */
  #sorry(words) {
    return html`<p class="sorry">${icon("picture")}<span>${words}</span></p>`;
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (!this.photo || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") this.#fire("viewer-close");
    else if (event.key === "ArrowLeft") this.#turn(this.#neighbours.newer);
    else if (event.key === "ArrowRight") this.#turn(this.#neighbours.older);
    else if (event.key === "Delete" && this.photo.state === "ready") this.#fire("viewer-delete", this.photo);
    else return;
    event.preventDefault();
  }

  #watchSwipes() {
    let start = 0;
    const stage = find(this, ".stage", HTMLElement);
    stage.addEventListener("touchstart", ({ touches }) => (start = touches[0].clientX), { passive: true });
    stage.addEventListener("touchend", ({ changedTouches }) => {
      const way = changedTouches[0].clientX - start;
      if (Math.abs(way) > swipe) this.#turn(way > 0 ? this.#neighbours.newer : this.#neighbours.older);
    });
  }

  /** @param {Photo | null} photo */
  #turn(photo) {
    if (photo) this.#fire("viewer-turn", photo);
  }

  /**
   * @param {string} type
   * @param {Photo | null} [detail]
   */
  #fire(type, detail = null) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  /**
   * @param {string} selector
   * @param {() => void} run
   */
  #onClick(selector, run) {
    this.#button(selector).addEventListener("click", run);
  }

  /** @param {string} selector */
  #button(selector) {
    return find(this, selector, HTMLButtonElement);
  }

  /**
   * @param {string} selector
   * @param {string} text
   */
  #text(selector, text) {
    say(find(this, selector, HTMLElement), text);
  }
}

customElements.define("photo-viewer", PhotoViewer);
