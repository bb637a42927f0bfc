import "../components/photo-grid.js";
import { PhotoGrid } from "../components/photo-grid.js";
import { PhotoViewer } from "../components/photo-viewer.js";
import { UploadTray } from "../components/upload-tray.js";
import { watchDrops } from "../components/drop-zone.js";
import { find, html, icon } from "../dom.js";
import { accepted, typeOf } from "../files.js";
import { Library } from "../library.js";
import { isGone } from "../problem.js";
import { RenditionBacklog } from "../renditions.js";
import { counted, titleOf } from "../text.js";
import { Uploads } from "../uploads.js";

/** @typedef {import("../api.js").Photo} Photo */

/** <library-view> is the page of somebody signed in: photos, a large one, and what is on its way. */
export class LibraryView extends HTMLElement {
  #leaving = new AbortController();
  /** @type {Uploads | null} */
  #uploads = null;

  /** Something would be lost with this page: files on their way, or failed ones that wait for another try. */
  get isBusy() {
    return this.#uploads !== null && (this.#uploads.isActive || this.#uploads.failed.length > 0);
  }

  /** Whose library it is. */
  who = "";

  /** Goes on with what stopped when the sign-in ended. */
  resume() {
    this.#uploads?.resume();
  }

  /** @param {import("../app.js").Surroundings} surroundings */
  open({ session, api, router, notices }) {
    this.who = session.name;
    this.replaceChildren(
      html`
        <header class="bar">
          <a class="brand" href="#/"><img src="/icon.svg" alt="" width="28" height="28">Photos</a>
          <button class="primary add" type="button">${icon("add")}<span>Add photos</span></button>
          <span class="who">${session.name}</span>
          <button class="quiet change-password" type="button" hidden>Change password</button>
          <button class="quiet sign-out" type="button">Sign out</button>
          <input type="file" multiple hidden aria-label="Photos to add" accept="${accepted}">
        </header>`,
      html`<main><h1 class="unseen">Your photos</h1><photo-grid></photo-grid></main>`,
      html`<upload-tray></upload-tray>`,
      html`<photo-viewer></photo-viewer>`);

    const grid = find(this, "photo-grid", PhotoGrid);
    const viewer = find(this, "photo-viewer", PhotoViewer);
    const picker = find(this, "input", HTMLInputElement);
    const behind = [find(this, "header", HTMLElement), find(this, "main", HTMLElement)];

    const library = new Library(api);
    const backlog = new RenditionBacklog(api, library);
    const uploads = (this.#uploads = new Uploads(api, backlog));
    const { signal } = this.#leaving;

    find(this, "upload-tray", UploadTray).show(uploads);
    uploads.addEventListener("photo", (event) => library.show(detailOf(event)));
    addEventListener("beforeunload", (event) => uploads.isActive && event.preventDefault(), { signal });

    find(this, ".add", HTMLButtonElement).addEventListener("click", () => picker.click());
    find(this, ".sign-out", HTMLButtonElement).addEventListener("click", () => session.signOut());
    const changePassword = find(this, ".change-password", HTMLButtonElement);
    changePassword.hidden = !session.changesPasswords;
    changePassword.addEventListener("click", () => session.changePassword());
    picker.addEventListener("change", () => {
      add([...(picker.files ?? [])]);
      picker.value = "";
    });
    watchDrops(this, add, signal);

    grid.addEventListener("choose-files", () => picker.click());
    grid.addEventListener("photo-bare", (event) => backlog.offer(detailOf(event)));
    const firstPage = grid.show(library);

    viewer.addEventListener("viewer-close", () => router.close());
    viewer.addEventListener("viewer-turn", async (event) => turn(detailOf(event)));
    viewer.addEventListener("viewer-delete", (event) => remove(detailOf(event)));
    viewer.addEventListener("viewer-restore", (event) => restore(detailOf(event)));
    viewer.addEventListener("viewer-stale", async (event) => viewer.renew(await library.refresh(detailOf(event).id)));
    router.addEventListener("route", (event) => follow(detailOf(event)), { signal });
    router.start();

    /** @param {File[]} files */
    function add(files) {
      const pictures = files.filter(typeOf);
      const others = files.filter((file) => !typeOf(file));
      if (others.length > 0) {
        const names = others.slice(0, 3).map((file) => file.name).join(", ") + (others.length > 3 ? ", …" : "");
        notices.tell(`Left out ${counted(others.length, "file")} that the library does not keep: ${names}`);
      }
      uploads.add(pictures);
    }

    /** @param {import("../router.js").Route} route */
    async function follow({ page, id }) {
      const photo = page === "photo" ? await lookUp(id) : null;
      const around = photo && (await neighbours(id));
      if (router.route.id !== id) return; // gone on meanwhile

      for (const element of behind) element.inert = photo !== null;
      document.title = photo ? `${titleOf(photo)} – Photos` : "Photos";
      const last = viewer.photo;
      if (photo && around) viewer.show(photo, around);
      else viewer.hide();
      if (!photo && last) grid.focusOn(last.id);
    }

    /** @param {string} id */
    async function lookUp(id) {
      try {
        await firstPage;
        return await library.find(id);
      } catch (error) {
        if (!isGone(error)) throw error;
        notices.tell("This photo is not in your library.");
        router.close();
        return null;
      }
    }

    /** @param {string} id */
    async function neighbours(id) {
      const [newer, older] = await Promise.all([library.beside(id, -1), library.beside(id, 1)]);
      return { newer, older };
    }

    /** @param {Photo | null} photo */
    function turn(photo) {
      if (photo) router.turnTo(photo.id);
    }

    /** @param {Photo} photo */
    async function remove(photo) {
      const { newer, older } = await neighbours(photo.id);
      await library.remove(photo);
      const next = older ?? newer;
      if (next) turn(next);
      else router.close();
      notices.tell(`${titleOf(photo)} is in the trash.`, { label: "Undo", run: () => restore(photo, next?.id) });
    }

    /**
     * @param {Photo} photo
     * @param {string} [turnedTo] The id of what the viewer showed in its place.
     */
    async function restore(photo, turnedTo) {
      await library.restore(photo);

      // Back to the photo itself, unless somebody has turned elsewhere meanwhile.
      if (viewer.photo && viewer.photo.id === turnedTo) turn(photo);
      else if (viewer.photo) viewer.show(await library.find(viewer.photo.id), await neighbours(viewer.photo.id));

      // "Undo" has vanished and the focus with it, unless somebody has moved it meanwhile.
      if (document.activeElement !== document.body) return;
      if (viewer.photo) viewer.focus();
      else grid.focusOn(photo.id);
    }
  }

  disconnectedCallback() {
    this.#leaving.abort();
  }
}

/**
 * What an event of ours carries; each says so where it is fired.
 * @param {Event} event
 */
const detailOf = (event) => /** @type {CustomEvent} */ (event).detail;

customElements.define("library-view", LibraryView);
