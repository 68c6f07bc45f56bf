import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { became } from '../requests.js';

/**
 * Did it work? A touch says yes; no has a word to it. `send` says it, where that is not done by who
 * is signed in.
 */
class ItWorked extends FormElement {
  static properties = {
    action: { attribute: false },
    send: { attribute: false },
    worked: { state: true },
    lacking: { state: true },
  };
  static texts = { 404: 'did-it-work.over', 409: 'did-it-work.changed', 410: 'did-it-work.over' };

  render() {
    const { number } = this.action;
    return html`<form class="form it-worked" @submit=${this.#say}>
      <p><strong>${t('did-it-work.question')}</strong></p>
      ${this.worked === false
        ? html`<div class="entry">
            <label for="not-worked-${number}">${t('did-it-work.what')}</label>
            <textarea id="not-worked-${number}" name="text" maxlength="1000"></textarea>
            <p class="trouble" role="alert">${this.lacking ? t('did-it-work.no-text') : (this.wrong('text') ?? '')}</p>
          </div>`
        : nothing}
      ${this.trouble('text')}
      <p class="buttons">
        ${this.worked === false
          ? html`<button class="go" data-action="send" ?disabled=${this.busy}>${t('did-it-work.send')}</button>
              <button type="button" class="quiet" @click=${() => (this.worked = undefined)}>${t('cancel')}</button>`
          : html`<button type="button" class="go" data-action="yes" ?disabled=${this.busy} @click=${this.#yes}>${t(
                'did-it-work.yes',
              )}</button>
              <button type="button" class="quiet" data-action="no" @click=${this.#no}>${t('did-it-work.no')}</button>`}
      </p>
    </form>`;
  }

  #yes = () => this.#tell(true, '');

  #no = async () => {
    this.worked = false;
    await this.updateComplete;
    this.querySelector('textarea').focus();
  };

  #say = (event) => {
    event.preventDefault();
    const text = event.target.elements.text.value.trim();
    this.lacking = text === '';
    this.lacking || this.#tell(false, text);
  };

  async #tell(worked, text) {
    const say = this.send ?? (() => became(this.action.number, worked ? 'worked' : 'reopened', text));
    (await this.attempt(() => say(worked, text))) && this.done(worked);
  }
}

customElements.define('it-worked', ItWorked);
