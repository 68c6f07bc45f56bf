import { html } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { asPhoto } from '../pictures.js';

/** Of the longer side: what is as large as one of these squares cannot be told from its neighbours any more. */
const SQUARES = 28;
const BRUSH_SQUARES = 3;
const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Hides by touch what shall not be seen, before a picture is kept: squares of one colour take the place of what was
 * there, and nothing of it is sent. With keys, the arrows move the frame and space hides what is in it. Raises `done`
 * with the picture.
 */
class FaceHider extends LightElement {
  static properties = { file: { attribute: false }, painted: { state: true }, at: { state: true } };

  #picture;
  #square;

  render() {
    return html`<div class="face-hider">
      <h2>${t('station.hide-title')}</h2>
      <p class="soft">${t('station.hide-hint')}</p>
      <div class="face-hider-picture">
        <canvas
          tabindex="0"
          role="img"
          aria-label=${t('station.hide-label')}
          @pointerdown=${(event) => this.#press(event)}
          @pointermove=${(event) => event.buttons && this.#touch(event)}
          @keydown=${(event) => this.#key(event)}
        ></canvas>
        <span class="face-hider-frame" aria-hidden="true" ?hidden=${!this.at}></span>
      </div>
      <p class="buttons">
        <button class="tap good" data-action="hide-done" ?disabled=${!this.painted} @click=${() => this.#finish()}>
          ${t('station.hide-done')}
        </button>
        <button class="tap" data-action="hide-anew" ?disabled=${!this.painted} @click=${() => this.#draw()}>
          ${t('station.hide-anew')}
        </button>
        <button class="tap" data-action="hide-cancel" @click=${() => this.#raise()}>${t('cancel')}</button>
      </p>
    </div>`;
  }

  async firstUpdated() {
    this.#picture = await createImageBitmap(this.file, { imageOrientation: 'from-image' });
    this.#square = Math.ceil(Math.max(this.#picture.width, this.#picture.height) / SQUARES);
    Object.assign(this.#canvas, { width: this.#picture.width, height: this.#picture.height });
    this.#draw();
  }

  updated() {
    if (this.at && this.#square) {
      const { width, height } = this.#canvas;
      const { style } = this.querySelector('.face-hider-frame');
      const share = (squares, whole) => `${(100 * squares * this.#square) / whole}%`;
      style.left = share(this.at.x, width);
      style.top = share(this.at.y, height);
      style.width = share(BRUSH_SQUARES, width);
      style.height = share(BRUSH_SQUARES, height);
    }
  }

  get #canvas() {
    return this.querySelector('canvas');
  }

  #draw() {
    this.#canvas.getContext('2d').drawImage(this.#picture, 0, 0);
    this.painted = false;
  }

  #press(event) {
    this.#canvas.setPointerCapture(event.pointerId);
    this.#touch(event);
  }

  #touch({ clientX, clientY }) {
    const box = this.#canvas.getBoundingClientRect();
    const scale = this.#canvas.width / box.width / this.#square;
    const middle = (BRUSH_SQUARES - 1) / 2;
    this.#hide(Math.floor((clientX - box.left) * scale) - middle, Math.floor((clientY - box.top) * scale) - middle);
  }

  #key(event) {
    const step = STEPS[event.key];
    if (step) {
      const last = (side) => Math.ceil(this.#canvas[side] / this.#square) - BRUSH_SQUARES;
      const within = (wanted, most) => Math.max(0, Math.min(most, wanted));
      const { x, y } = this.at ?? { x: 0, y: 0 };
      this.at = { x: within(x + step[0], last('width')), y: within(y + step[1], last('height')) };
    } else if (event.key === ' ' && this.at) {
      this.#hide(this.at.x, this.at.y);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Each square gets the colour of all of it together. */
  #hide(left, top) {
    const context = this.#canvas.getContext('2d', { willReadFrequently: true });
    const size = this.#square;
    for (let x = Math.max(0, left); x < left + BRUSH_SQUARES; x++) {
      for (let y = Math.max(0, top); y < top + BRUSH_SQUARES; y++) {
        context.fillStyle = `rgb(${average(context.getImageData(x * size, y * size, size, size).data)})`;
        context.fillRect(x * size, y * size, size, size);
      }
    }
    this.painted = true;
  }

  async #finish() {
    this.#raise(await asPhoto(this.#canvas));
  }

  #raise(detail) {
    this.#picture?.close();
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

/** The colour of these pixels together; those beside the picture do not count. */
function average(pixels) {
  const sum = [0, 0, 0];
  let seen = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3] > 0) {
      sum.forEach((_, part) => (sum[part] += pixels[at + part]));
      seen++;
    }
  }
  return sum.map((part) => Math.round(part / Math.max(1, seen))).join();
}

customElements.define('face-hider', FaceHider);

/** Lets somebody hide parts of a picture; answers with the picture then, or nothing. */
export const hideIn = (file) =>
  inDialog(Object.assign(document.createElement('face-hider'), { file }), t('station.hide-title'));
