import { html } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t } from '../../base/words.js';
import { clipOf, recorderOf } from '../clips.js';

const LONGEST_SECONDS = 10;
const ONE_SECOND = 1000;

/** Films a few seconds; answers the clip, or nothing. */
export const film = () => inDialog(document.createElement('clip-camera'), t('station.clip'));

/** The page's own camera: without sound unless that is asked for, and then the microphone is asked for, too. */
class ClipCamera extends LightElement {
  static properties = {
    ready: { state: true },
    sound: { state: true },
    left: { state: true },
    wrong: { state: true },
  };

  #stream = new MediaStream();
  #recorder;
  #timer;

  connectedCallback() {
    super.connectedCallback();
    this.#look();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#put();
  }

  render() {
    const filming = this.left !== undefined;
    return html`<div class="clip-camera">
      <h2>${t('station.clip')}</h2>
      <video muted playsinline aria-hidden="true" data-filming=${filming}></video>
      <p class="soft">${t('station.clip-hint', { most: LONGEST_SECONDS })}</p>
      <label class="tick">
        <input
          type="checkbox"
          name="sound"
          ?disabled=${filming}
          @change=${({ target }) => (this.sound = target.checked)}
        />
        <span>${t('station.clip-sound')}</span>
      </label>
      <p class="trouble" role="alert">${this.wrong ?? ''}</p>
      <p class="buttons">
        ${filming ? this.#stopping() : this.#starting()}
        <button class="tap" data-action="cancel" @click=${() => this.#done()}>${t('cancel')}</button>
      </p>
    </div>`;
  }

  #starting() {
    return html`<button
      class="tap good"
      data-action="clip-start"
      ?disabled=${!this.ready}
      @click=${() => this.#begin()}
    >${t('station.clip-start')}</button>`;
  }

  #stopping() {
    return html`<button class="tap bad" data-action="clip-stop" @click=${() => this.#recorder.stop()}>
      ${t('station.clip-stop', { left: this.left })}
    </button>`;
  }

  async #look() {
    await this.#open({ video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } });
    await this.updateComplete;
    const video = this.querySelector('video');
    if (video && this.#stream.active) {
      video.srcObject = this.#stream;
      this.ready = true;
      await video.play().catch(() => {}); // What is filmed is filmed, whether or not it is seen here.
    }
  }

  /** Adds what the device gives; says so where it gives nothing. Put away meanwhile, it is closed at once. */
  async #open(wanted) {
    try {
      const given = await navigator.mediaDevices.getUserMedia(wanted);
      given.getTracks().forEach((track) => this.#stream.addTrack(track));
      this.isConnected || this.#put();
      return true;
    } catch (fault) {
      this.wrong = t(fault.name === 'NotAllowedError' ? 'station.clip-denied' : 'station.clip-none');
      return false;
    }
  }

  async #begin() {
    this.wrong = undefined;
    this.ready = false;
    if (!this.sound || (await this.#open({ audio: true }))) {
      this.#recorder = recorderOf(this.#stream);
      clipOf(this.#recorder).then((clip) => this.#filmed(clip), () => this.#filmed());
      this.left = LONGEST_SECONDS;
      this.#timer = setInterval(() => --this.left > 0 || this.#recorder.stop(), ONE_SECOND);
    } else {
      this.ready = true; // It can be filmed without.
    }
  }

  #filmed(clip) {
    clearInterval(this.#timer);
    this.left = undefined;
    if (clip && this.isConnected) {
      this.#done(clip);
      return;
    }
    this.ready = true;
    this.wrong = t('station.clip-failed');
  }

  #put() {
    clearInterval(this.#timer);
    this.#stream.getTracks().forEach((track) => track.stop());
  }

  #done(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }
}

customElements.define('clip-camera', ClipCamera);
