import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { day } from '../../base/format.js';
import { language, t } from '../../base/words.js';
import { askByMail, confirm, lookAt, take } from '../requests.js';
import './shown-piece.js';

/** What a code or a mailed link hands over. Opening it changes nothing; a touch does. */
class TakeOver extends FormElement {
  static properties = {
    secret: { attribute: false },
    owner: { attribute: false },
    shown: { state: true },
    became: { state: true },
  };
  static texts = { 409: 'take-over.conflict', 410: 'take-over.over', 422: 'take-over.over', 429: 'take-over.many' };

  firstUpdated() {
    this.secret && this.#look(this.secret);
  }

  render() {
    return html`<section class="notice take-over">
      <h1>${t('take-over.title')}</h1>
      ${this.became ? this.#became() : this.shown ? this.#piece() : this.#code()}
    </section>`;
  }

  #code() {
    return html`<form novalidate @submit=${this.#typed}>
      ${field({
        id: 'code',
        name: 'secret',
        label: t('take-piece.code'),
        hint: t('take-piece.hint'),
        error: this.wrong('secret'),
        code: true,
      })}
      ${this.trouble('secret')}
      <p class="buttons"><button class="go" ?disabled=${this.busy}>${t('take-piece.look')}</button></p>
    </form>`;
  }

  #piece() {
    return html`<shown-piece .piece=${this.shown}></shown-piece>
      <p class="soft">${t('take-over.until', { day: day(this.shown.expiresAt) })}</p>
      ${this.owner ? this.#forOwner() : this.shown.address ? this.#confirming() : this.#asking()}`;
  }

  #forOwner() {
    return html`<p>${t('take-over.for', { owner: this.owner })}</p>
      ${this.trouble()}
      <p class="buttons">
        <button class="go" data-action="take" ?disabled=${this.busy} @click=${this.#take}>
          ${t('take-over.take')}
        </button>
      </p>`;
  }

  #confirming() {
    return html`<form novalidate @submit=${this.#confirm}>
      <p>${t('take-over.address', { address: this.shown.address })}</p>
      ${field({
        id: 'name',
        label: t('take-over.name'),
        hint: t('take-over.name-hint'),
        error: this.wrong('name'),
        autocomplete: 'name',
        maxlength: 100,
      })}
      ${this.trouble('name')}
      <p class="buttons"><button class="go" ?disabled=${this.busy}>${t('take-over.take')}</button></p>
    </form>`;
  }

  #asking() {
    return html`<form novalidate @submit=${this.#ask}>
      <p>${t('take-over.no-account')}</p>
      ${field({
        id: 'address',
        type: 'email',
        label: t('take-over.email'),
        hint: t('take-over.email-hint'),
        error: this.wrong('address'),
        autocomplete: 'email',
      })}
      ${this.trouble('address')}
      <p class="buttons">
        <button class="go" ?disabled=${this.busy}>${t('take-over.ask')}</button>
        <a class="quiet" href="/warranty">${t('take-over.sign-in')}</a>
      </p>
    </form>`;
  }

  #became() {
    const { asked, serial } = this.became;
    const said = asked ? t('take-over.asked', { address: asked }) : t('take-over.done', { serial });
    return html`<p role="status">${said}</p>
      ${asked
        ? nothing
        : html`<p class="soft">${t(this.owner ? 'take-over.told' : 'take-over.later')}</p>
            <p class="buttons"><a class="go" href="/warranty">${t('take-over.to-pieces')}</a></p>`}`;
  }

  #look(secret) {
    return this.attempt(async () => {
      this.shown = await lookAt(secret);
      this.secret = secret;
    });
  }

  #typed = (event) => {
    const { secret } = submitted(event);
    this.fine(event.target) && this.#look(secret);
  };

  #take = () => this.attempt(async () => (this.became = await take(this.secret)));

  #confirm = (event) => {
    const { name } = submitted(event);
    const said = { secret: this.secret, name };
    this.fine(event.target) && this.attempt(async () => (this.became = await confirm(said)));
  };

  #ask = (event) => {
    const { address } = submitted(event);
    const said = { secret: this.secret, address, language: language() };
    this.fine(event.target) && this.attempt(async () => (this.became = await askByMail(said)));
  };
}

customElements.define('take-over', TakeOver);
