import { html } from 'lit';
import { proved } from '../../base/elements/confirm-you.js';
import { selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { rotateKey } from '../requests.js';

const OVERLAPS = [0, 1, 24, 168];

/** Gives a key a new secret, while the old one works on for a while; `done` with `{name, key}`. */
class KeyRotation extends FormElement {
  static properties = { key: { attribute: false }, me: { attribute: false } };

  render() {
    return html`<form class="form" @submit=${this.#rotate}>
      <h2>${t('keys.rotate-title', this.key)}</h2>
      <p>${t('keys.rotate-text')}</p>
      ${selection({
        name: 'overlap',
        label: t('keys.overlap'),
        options: OVERLAPS.map((hours) => [String(hours), t(`keys.overlap.${hours}`)]),
        chosen: '24',
      })}
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('keys.rotate')}</button>
        <button
          type="button"
          class="quiet"
          data-action="cancel"
          @click=${() => this.done(undefined)}
        >${t('cancel')}</button>
      </p>
    </form>`;
  }

  #rotate(event) {
    const { overlap } = submitted(event);
    const { id, name } = this.key;
    this.attempt(async () => this.done({ name, ...(await proved(this.me, () => rotateKey(id, Number(overlap)))) }));
  }
}

customElements.define('key-rotation', KeyRotation);
