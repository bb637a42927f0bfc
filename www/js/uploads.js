import { contentOf, typeOf } from "./files.js";
import { inWords, isSignedOut, Problem } from "./problem.js";
import { sendRenditions } from "./renditions.js";

/** @typedef {import("./api.js").Photo} Photo */
/** @typedef {"waiting" | "reading" | "sending" | "finishing" | "added" | "known" | "failed"} State */
/**
 * @typedef {{
 *   file: File, state: State, sent: number, message: string, isSent: boolean, isSignedOut: boolean
 * }} Upload
 */

/** How many files travel at once: enough to fill a line, few enough that each gets somewhere. */
const lanes = 3;

/**
 * Files on their way into the library. Every one ends as "added", "known" (it was there already) or "failed".
 * Fires "change" (detail: {@link Upload}) at every step, and "photo" (detail: Photo) when one has arrived.
 */
export class Uploads extends EventTarget {
  #api;
  #backlog;
  #running = 0;
  /** @type {Upload[]} */
  #all = [];
  /** @type {Map<string, Promise<unknown>>} */
  #byContent = new Map();

  /**
   * @param {import("./api.js").Api} api
   * @param {import("./renditions.js").RenditionBacklog} backlog
   */
  constructor(api, backlog) {
    super();
    this.#api = api;
    this.#backlog = backlog;
  }

  /** @returns {readonly Upload[]} */
  get all() {
    return this.#all;
  }

  get isActive() {
    return this.#all.some((upload) => !isSettled(upload));
  }

  get failed() {
    return this.#all.filter((upload) => upload.state === "failed");
  }

  /** @param {File[]} files */
  add(files) {
    for (const file of files) {
      /** @type {Upload} */
      const upload = { file, state: "waiting", sent: 0, message: "", isSent: false, isSignedOut: false };
      this.#all.push(upload);
      this.#to(upload, "waiting");
    }
    this.#fill();
  }

  /** @param {Upload[]} uploads */
  retry(...uploads) {
    for (const upload of uploads) {
      upload.sent = 0;
      this.#to(upload, "waiting");
    }
    this.#fill();
  }

  /** Goes on with what stopped because nobody was signed in. */
  resume() {
    this.retry(...this.failed.filter((upload) => upload.isSignedOut));
  }

  /** Forgets what has ended. */
  clear() {
    this.#all = this.#all.filter((upload) => !isSettled(upload));
  }

  #fill() {
    for (const upload of this.#all) {
      if (this.#running === lanes) return;
      if (upload.state === "waiting") this.#run(upload);
    }
  }

  /** @param {Upload} upload */
  async #run(upload) {
    this.#running++;
    this.#to(upload, "reading");
    try {
      await this.#carry(upload);
    } catch (error) {
      upload.isSignedOut = isSignedOut(error);
      this.#to(upload, "failed", inWords(error));
    }
    this.#running--;
    this.#fill();
  }

  /** @param {Upload} upload */
  async #carry(upload) {
    const { file } = upload;
    const content = await contentOf(file, typeOf(file)).catch(() => {
      throw new Problem({ detail: "The file cannot be read. It may have been moved or changed." });
    });

    // The same bytes twice in one drop: the second finds the first in the library instead of racing it.
    const turn = Promise.resolve(this.#byContent.get(content.sha256)).then(() => this.#send(upload, content));
    this.#byContent.set(content.sha256, turn.catch(() => {}));
    await turn;
  }

  /**
   * @param {Upload} upload
   * @param {import("./api.js").Content} content
   */
  async #send(upload, content) {
    const { file } = upload;
    const started = await this.#api.startUpload({ name: file.name, ...content });
    if (!("put" in started) && !upload.isSent) {
      this.#arrived(started);
      return this.#to(upload, "known");
    }

    // Of bytes that an earlier try has sent, the library may have made the photo by itself.
    const photo = "put" in started ? await this.#deliver(upload, started) : started;
    const { shown, message } = await this.#addCopies(photo, file);
    this.#arrived(shown);
    this.#to(upload, "added", message);
  }

  /**
   * @param {Upload} upload
   * @param {import("./api.js").StartedUpload} started
   */
  async #deliver(upload, started) {
    this.#to(upload, "sending");
    await this.#api.put(started.put, upload.file, (sent) => {
      upload.sent = sent;
      this.#to(upload, "sending");
    });
    upload.isSent = true;

    this.#to(upload, "finishing");
    this.#backlog.leave(started.id);
    return this.#api.finishUpload(started.id);
  }

  // From here on the photo is safe. That its copies failed is worth a word, but no failure of the upload.
  /**
   * @param {Photo} photo
   * @param {File} file
   */
  async #addCopies(photo, file) {
    try {
      return (await sendRenditions(this.#api, photo.id, file))
        ? { shown: await this.#api.photo(photo.id), message: "" }
        : { shown: photo, message: "Added, without a preview: this browser cannot show this kind of picture." };
    } catch (error) {
      return { shown: photo, message: `Added, but its preview was not. ${inWords(error)}` };
    }
  }

  /** @param {Photo} photo */
  #arrived(photo) {
    this.dispatchEvent(new CustomEvent("photo", { detail: photo }));
  }

  /**
   * @param {Upload} upload
   * @param {State} state
   */
  #to(upload, state, message = "") {
    upload.state = state;
    upload.message = message;
    this.dispatchEvent(new CustomEvent("change", { detail: upload }));
  }
}

/** @param {Upload} upload */
export const isSettled = ({ state }) => state === "added" || state === "known" || state === "failed";
