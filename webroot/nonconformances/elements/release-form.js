import { html } from 'lit';
import { newKey } from '../../base/ask.js';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { askForRelease } from '../requests.js';

/** Asks for the release of what is held; another person has to agree. */
class ReleaseForm extends FormElement {
  static properties = { page: { attribute: false } };

  #key = newKey();

  render() {
    const error = this.wrong('reason');
    return html`<form class="form" novalidate @submit=${this.#send} @input=${() => (this.#key = newKey())}>
      <h2>${t('contain.release')}</h2>
      <p class="soft">${t('release.text')}</p>
      ${field({
        id: 'release-codes',
        name: 'codes',
        label: t('release.codes'),
        hint: t('release.codes-hint'),
        required: false,
        code: true,
        error: this.wrong('codes'),
      })}
      <div class="entry">
        <label for="release-reason">${t('release.reason')}</label>
        <textarea
          id="release-reason"
          name="reason"
          maxlength="1000"
          required
          aria-invalid=${error ? 'true' : 'false'}
          aria-describedby="release-reason-error"
        ></textarea>
        <p class="trouble" id="release-reason-error" role="alert">${error ?? ''}</p>
      </div>
      ${this.trouble('codes', 'reason')}
      <p class="buttons">
        <button class="go" data-action="ask-release" ?disabled=${this.busy}>${t('release.go')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #send = async (event) => {
    const { codes, reason } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const some = codes.split(/[,，、;；\n]+/).map((code) => code.trim()).filter(Boolean);
    const said = some.length > 0 ? { codes: some, reason } : { reason };
    (await this.attempt(() => askForRelease(this.page.number, said, this.#key))) && this.done();
  };
}

customElements.define('release-form', ReleaseForm);
