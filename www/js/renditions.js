import { contentOf } from "./files.js";
import { Problem } from "./problem.js";

/** @typedef {import("./api.js").Photo} Photo */

const previewSide = 1600;
const thumbnailSide = 400;
const copyType = "image/jpeg";
const quality = 0.82;

/** Pictures that every browser of today can show; HEIC is tried only where the file is at hand. */
const showable = ["image/jpeg", "image/png", "image/gif", "image/webp", "image/avif"];

/** @param {Photo} photo */
export const isShowable = (photo) => showable.includes(photo.type);

/**
 * Makes a preview and a thumbnail of a picture and sends both.
 * @param {import("./api.js").Api} api
 * @param {string} id
 * @param {Blob} original
 * @returns {Promise<boolean>} False when this browser cannot read the picture.
 */
export async function sendRenditions(api, id, original) {
  const copies = await makeCopies(original);
  if (!copies) return false;

  const [preview, thumbnail] = await Promise.all(copies.map((copy) => contentOf(copy, copyType)));
  const places = await api.startRenditions(id, { preview, thumbnail });
  await Promise.all([api.put(places.preview.put, copies[0]), api.put(places.thumbnail.put, copies[1])]);
  return true;
}

/** @param {Blob} original */
async function makeCopies(original) {
  let picture;
  try {
    picture = await createImageBitmap(original, { imageOrientation: "from-image" });
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }

  const preview = shrink(picture, previewSide);
  picture.close();
  // From the preview: a quarter of the work, and no visible difference.
  const thumbnail = shrink(preview, thumbnailSide);
  return await Promise.all([preview, thumbnail].map((canvas) => canvas.convertToBlob({ type: copyType, quality })));
}

/**
 * @param {ImageBitmap | OffscreenCanvas} picture
 * @param {number} longestSide
 */
function shrink(picture, longestSide) {
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(picture.width * scale)), Math.max(1, Math.round(picture.height * scale)));
  const pen = canvas.getContext("2d");
  if (!pen) throw new Problem({ detail: "This browser has no room left to make a preview. Reload the page." });

  // JPEG knows no transparency; without this it would become black.
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Photos met without a thumbnail get theirs in the background: one at a time, each at most once per visit. */
export class RenditionBacklog {
  #api;
  #library;
  /** @type {Set<string>} */
  #met = new Set();
  /** @type {Promise<void>} */
  #last = Promise.resolve();

  /**
   * @param {import("./api.js").Api} api
   * @param {import("./library.js").Library} library
   */
  constructor(api, library) {
    this.#api = api;
    this.#library = library;
  }

  /** @param {Photo} photo */
  offer(photo) {
    if (this.#met.has(photo.id) || !isShowable(photo)) return;
    this.#met.add(photo.id);
    this.#last = this.#last.then(() => this.#make(photo));
  }

  /**
   * Somebody else makes them.
   * @param {string} id
   */
  leave(id) {
    this.#met.add(id);
  }

  /** @param {Photo} photo */
  async #make(photo) {
    try {
      const original = await this.#api.bytes(photo.links.original);
      if (await sendRenditions(this.#api, photo.id, original)) await this.#library.refresh(photo.id);
    } catch (error) {
      // Nobody asked for this work and nothing is lost: the tile goes on showing the name, the next visit tries again.
      if (!(error instanceof Problem)) throw error;
    }
  }
}
