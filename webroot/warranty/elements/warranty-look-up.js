import { html, nothing } from 'lit';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { field, selection } from '../../base/elements/field.js';
import { t } from '../../base/words.js';
import { lookUp, wishForCode } from '../requests.js';
import './shown-cover.js';

const WAYS = ['password', 'identity', 'code'];

/** Whether a piece is covered, for whoever has it in their hands: without an account. */
class WarrantyLookUp extends FormElement {
  static properties = {
    /** From the address; whoever looks may change it. */
    serial: {},
    way: { state: true },
    /** The serial for which a code is under way. */
    sent: { state: true },
    /** What was answered last. */
    answer: { state: true },
  };

  constructor() {
    super();
    this.way = 'password';
  }

  render() {
    return html`<section class="notice look-up">
      <h1>${t('look-up.title')}</h1>
      <p>${t('look-up.text')}</p>
      <form class="card form" novalidate @submit=${this.#look} @input=${this.#forget}>
        ${field({
          id: 'serial',
          label: t('look-up.serial'),
          hint: t('look-up.serial-hint'),
          value: this.serial,
          maxlength: 80,
          code: true,
          error: this.wrong('serial'),
        })}
        ${selection({
          name: 'way',
          label: t('look-up.way'),
          options: WAYS.map((way) => [way, t(`look-up.way.${way}`)]),
          chosen: this.way,
          change: this.#choose,
        })}
        ${this.way === 'code' ? this.#code() : nothing}
        ${field({
          id: 'secret',
          label: t(`look-up.${this.way}`),
          hint: this.way === 'code' ? '' : t(`look-up.${this.way}-hint`),
          maxlength: 200,
          code: this.way !== 'identity',
          error: this.wrong('secret') ?? this.wrong(this.way),
        })}
        ${this.trouble('serial', 'secret', this.way)}
        <p class="buttons"><button class="go" data-action="look" ?disabled=${this.busy}>${t('look-up.go')}</button></p>
      </form>
      <div class="look-up-answer" role="status" tabindex="-1">${this.#answer()}</div>
    </section>`;
  }

  #code() {
    return html`<div class="look-up-code">
      <button type="button" class="quiet" data-action="send-code" ?disabled=${this.busy} @click=${this.#send}>
        ${t('look-up.send-code')}
      </button>
      <p role="status" class="soft">${this.sent ? t('look-up.code-sent', { serial: this.sent }) : ''}</p>
    </div>`;
  }

  #answer() {
    if (!this.answer) {
      return nothing;
    }
    return this.answer.found
      ? html`<shown-cover .cover=${this.answer.cover}></shown-cover>`
      : html`<div class="card look-up-nothing">
          <h2>${t('look-up.nothing.title')}</h2>
          <p>${t('look-up.nothing.text')}</p>
        </div>`;
  }

  #choose = ({ target }) => {
    this.way = target.value;
    this.problem = undefined;
    this.querySelector('#secret').value = '';
  };

  /** What was answered belongs to what was asked. */
  #forget = () => (this.answer = undefined);

  #send = async () => {
    const form = this.querySelector('form');
    const serial = form.elements.serial.value.trim();
    if (!serial) {
      form.elements.serial.reportValidity();
      return;
    }
    this.sent = undefined;
    (await this.attempt(() => wishForCode(serial))) && (this.sent = serial);
  };

  #look = async (event) => {
    const { serial, secret } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    this.answer = undefined;
    if (await this.attempt(async () => (this.answer = await lookUp({ serial, [this.way]: secret })))) {
      await this.updateComplete;
      this.querySelector('.look-up-answer').focus();
    }
  };
}

customElements.define('warranty-look-up', WarrantyLookUp);
