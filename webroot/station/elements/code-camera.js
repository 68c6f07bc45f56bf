import { html } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { codeReader } from '../codes.js';

const BREAK_MILLIS = 150;

/** Reads one code with the camera; answers its text, or nothing. */
export const readCode = () => inDialog(document.createElement('code-camera'), t('station.camera'));

class CodeCamera extends LightElement {
  static properties = { wrong: { state: true } };

  #stream;
  #closed = false;

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#closed = true;
    this.#stop();
  }

  render() {
    return html`<div class="code-camera">
      <h2>${t('station.camera-hold')}</h2>
      <video muted playsinline aria-hidden="true"></video>
      <p class="trouble" role="alert">${this.wrong ?? ''}</p>
      <button class="tap" data-action="cancel" @click=${() => this.#done()}>${t('cancel')}</button>
    </div>`;
  }

  async #begin() {
    try {
      await this.#film();
    } catch (fault) {
      this.wrong = t(fault.name === 'NotAllowedError' ? 'station.camera-denied' : 'station.camera-none');
    } finally {
      this.#stop();
    }
  }

  /** Each is waited for by itself: whatever becomes of the other, a camera that is on is known here. */
  async #film() {
    const reading = codeReader();
    reading.catch(() => {}); // Thrown below, once it is known whether there is a camera to stop.
    const wanted = { facingMode: 'environment', width: { ideal: 1280 } };
    this.#stream = await navigator.mediaDevices.getUserMedia({ video: wanted, audio: false });
    if (this.#closed) {
      return;
    }
    const read = await reading;
    await this.updateComplete;
    const video = this.querySelector('video');
    video.srcObject = this.#stream;
    await video.play();
    await this.#look(video, read);
  }

  #stop() {
    this.#stream?.getTracks().forEach((track) => track.stop());
  }

  async #look(video, read) {
    while (!this.#closed) {
      const text = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video) : undefined;
      if (text) {
        this.#done(text);
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, BREAK_MILLIS));
    }
  }

  #done(detail) {
    this.#closed = true;
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

customElements.define('code-camera', CodeCamera);
