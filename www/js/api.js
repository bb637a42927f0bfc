// The only module that talks to the library and its media store. Everything else asks it and never sees a Response.
import { Problem, unreachable } from "./problem.js";

/** @typedef {{ original: string, preview?: string, thumbnail?: string, expiresAt: string }} Links */
/** @typedef {{ local: string, offset?: string, source: string }} TakenAt */
/**
 * @typedef {{ id: string, name: string, title?: string, type: string, bytes: number, width?: number, height?: number,
 *   takenAt: TakenAt, addedAt: string, camera?: { make?: string, model?: string }, state: "ready" | "trashed",
 *   links: Links }} Photo
 */
/** @typedef {{ items: Photo[], next: string | null }} Page */
/** @typedef {{ greeting: string, stage?: string, version?: string, start?: string }} Hello */
/** @typedef {{ url: string, headers: Record<string, string> }} Put */
/** @typedef {{ type: string, bytes: number, sha256: string }} Content */
/** @typedef {{ id: string, put: Put }} StartedUpload */
/** @typedef {{ preview: { put: Put }, thumbnail: { put: Put } }} StartedRenditions */
/** @typedef {{ api: string, signIn: import("./session.js").SignInConfig }} Config */

const pageSize = 60;

/** @returns {Promise<Config>} Where the API and the sign-in page of this site are. */
export async function readConfig() {
  const response = await reach("/config.json");
  if (!response.ok) throw await explain(response);
  return await response.json();
}

/**
 * @param {string} base The API's address.
 * @returns {Promise<import("./reference/description.js").Description>} What the API says of itself.
 */
export async function readDescription(base) {
  const response = await reach(`${base}/openapi.json`);
  if (!response.ok) throw await explain(response);
  return await response.json();
}

/** @typedef {ReturnType<typeof connect>} Api */

/**
 * @param {string} base The API's address.
 * @param {{ token(refused?: string): Promise<string> }} session
 */
export function connect(base, session) {
  /**
   * @param {string} method
   * @param {string} path
   * @param {object} [body]
   */
  async function send(method, path, body) {
    const token = await session.token();
    let response = await attempt(token);
    if (response.status === 401) response = await attempt(await session.token(token));
    if (!response.ok) throw await explain(response);
    return await response.json();

    /** @param {string} bearer */
    function attempt(bearer) {
      const headers = new Headers({ accept: "application/json", authorization: `Bearer ${bearer}` });
      if (body) headers.set("content-type", "application/json");
      return reach(base + path, { method, headers, body: body && JSON.stringify(body) });
    }
  }

  return {
    /** @returns {Promise<Hello>} The one answer that needs no sign-in. */
    async hello() {
      const response = await reach(`${base}/hello`);
      if (!response.ok) throw await explain(response);
      return await response.json();
    },

    /**
     * One page per turn, newest first; asks for the next only when you do. A turn that failed can be taken again.
     * @returns {{ next(): Promise<Photo[]>, readonly isDone: boolean }}
     */
    library() {
      /** @type {string | null} */
      let after = "";
      return {
        async next() {
          if (after === null) return [];
          /** @type {Page} */
          const page = await send("GET", `/photos?limit=${pageSize}${after && `&after=${encodeURIComponent(after)}`}`);
          after = page.next;
          return page.items;
        },
        get isDone() {
          return after === null;
        },
      };
    },

    /** @type {(id: string) => Promise<Photo>} */
    photo: (id) => send("GET", `/photos/${encodeURIComponent(id)}`),

    /**
     * To the trash.
     * @type {(id: string) => Promise<Photo>}
     */
    remove: (id) => send("DELETE", `/photos/${encodeURIComponent(id)}`),

    /** @type {(id: string) => Promise<Photo>} */
    restore: (id) => send("POST", `/photos/${encodeURIComponent(id)}/restore`),

    /**
     * The photo, when these bytes are there already.
     * @type {(file: Content & { name: string }) => Promise<StartedUpload | Photo>}
     */
    startUpload: (file) => send("POST", "/uploads", file),

    /** @type {(id: string) => Promise<Photo>} */
    finishUpload: (id) => send("POST", "/photos", { id }),

    /** @type {(id: string, copies: { preview: Content, thumbnail: Content }) => Promise<StartedRenditions>} */
    startRenditions: (id, copies) => send("POST", `/photos/${encodeURIComponent(id)}/renditions`, copies),

    put,

    /** @type {(link: string) => Promise<Blob>} The bytes behind a photo's link. */
    async bytes(link) {
      const response = await reach(link);
      if (!response.ok) throw await explain(response);
      return await response.blob();
    },
  };
}

/**
 * Sends bytes to where the library said. XMLHttpRequest, because fetch does not tell how far it got.
 * @param {Put} where
 * @param {Blob} bytes
 * @param {(sent: number) => void} [progress]
 * @returns {Promise<void>}
 */
function put({ url, headers }, bytes, progress = () => {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => progress(loaded);
    request.onerror = request.ontimeout = () => reject(unreachable());
    request.onload = () => {
      // 412: the bytes are there already, from a try whose answer was lost.
      if ((request.status >= 200 && request.status < 300) || request.status === 412) resolve();
      else reject(refusedBytes(request.status));
    };
    request.send(bytes);
  });
}

/** @param {number} status */
function refusedBytes(status) {
  const why =
    status === 403 ? "The link for this file is no longer good." : `The store did not take the file (${status}).`;
  return new Problem({ status, detail: `${why} Try again.` });
}

/**
 * @param {string} address
 * @param {RequestInit} [request]
 */
async function reach(address, request) {
  try {
    return await fetch(address, request);
  } catch (error) {
    if (error instanceof TypeError) throw unreachable();
    throw error;
  }
}

// The functions explain themselves in problem documents, the gateway in one word, and a proxy perhaps in HTML.
/** @param {Response} response */
async function explain(response) {
  const { status } = response;
  if (response.headers.get("content-type")?.startsWith("application/problem+json")) {
    /** @type {{ title?: string, detail?: string, code?: string, errors?: { detail: string }[] }} */
    const { title, detail, code, errors } = await response.json();
    return new Problem({ title, detail: errors?.map((error) => error.detail).join(" ") || detail, status, code });
  }

  return new Problem({ status, detail: gatewayWords.get(status) ?? `The library answered ${status}.` });
}

const gatewayWords = new Map([
  [401, "Your sign-in has ended. Sign in again to go on."],
  [403, "Your account may not do this. Sign in again, or with another account."],
  [404, "This is not there any more."],
  [413, "This is too large for the library."],
  [429, "That was too much at once. Try again in a moment."],
  [503, "The library is busy. Try again in a moment."],
]);
