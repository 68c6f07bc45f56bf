import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { today } from '../../base/format.js';
import { t } from '../../base/words.js';
import { besides, lineSaid, partSaid, remedyName } from '../reading/offers.js';

/** How an offer is answered: one touch where nothing more is to be said. `send` says it. */
class OfferAnswer extends FormElement {
  static properties = {
    offer: { attribute: false },
    send: { attribute: false },
    /** What was chosen in a mail: it is opened, and done by a touch. */
    begun: { attribute: false },
    open: { state: true },
  };
  static texts = { 409: 'delays.too-late', 410: 'mailed.ended' };

  willUpdate() {
    this.open ??= this.begun === 'accept' ? '' : this.begun;
  }

  render() {
    const { offer } = this;
    if (!offer.can.includes('answer') && !offer.can.includes('accept')) {
      return nothing;
    }
    return html`<form
      class="offer-answer"
      novalidate
      @submit=${this.#submit}
      aria-label=${t('delays.your-answer')}
    >
      ${this.#remedies()}
      <div class="offer-buttons">
        ${this.#now('accept', t(offer.kind === 'open' ? 'delays.accept-open' : 'delays.answer.accept'), {
          answer: 'accept',
        })}
        ${offer.part
          ? this.#now('part', t('delays.accept-part-first', { part: partSaid(offer.part) }), {
              answer: 'accept-part',
              part: true,
            })
          : nothing}
        ${offer.lines.length > 1 ? this.#more('accept-part', t('delays.some-lines')) : nothing}
        ${offer.can.includes('answer')
          ? ['other-day', 'decline', 'call-me'].map((one) => this.#more(one, t(`delays.answer.${one}`)))
          : nothing}
      </div>
      ${this.open ? this.#details() : nothing} ${this.trouble('date', 'call', 'lines', 'words')}
    </form>`;
  }

  /** What else is offered can be taken along. */
  #remedies() {
    const remedies = besides(this.offer);
    return remedies.length === 0
      ? nothing
      : html`<label class="entry">
          <span>${t('delays.choose-remedy')}</span>
          <select name="remedy">
            <option value="">${t('delays.no-remedy')}</option>
            ${remedies.map((one) => html`<option value=${one}>${remedyName(one)}</option>`)}
          </select>
        </label>`;
  }

  #now(name, text, said) {
    return html`<button
      type="button"
      class=${name === 'accept' ? 'go' : 'quiet'}
      data-answer=${name}
      ?disabled=${this.busy}
      @click=${() => this.#say(said)}
    >${text}</button>`;
  }

  #more(name, text) {
    return html`<button
      type="button"
      class="quiet"
      data-answer=${name}
      aria-expanded=${this.open === name}
      ?disabled=${this.busy}
      @click=${() => this.#openUp(name)}
    >${text}</button>`;
  }

  async #openUp(name) {
    this.open = this.open === name ? '' : name;
    this.problem = undefined;
    await this.updateComplete;
    this.querySelector('.offer-details input, .offer-details textarea')?.focus();
  }

  #details() {
    return html`<div class="offer-details">
      ${this.#asked()}
      <div class="entry">
        <label for="words-${this.offer.id}">${t('delays.words')}</label>
        <textarea id="words-${this.offer.id}" name="words" maxlength="1000" rows="2"></textarea>
        <p class="trouble" role="alert">${this.wrong('words') ?? ''}</p>
      </div>
      <button class="go" data-action="send-answer" ?disabled=${this.busy}>${t('delays.send')}</button>
    </div>`;
  }

  #asked() {
    const { id, lines } = this.offer;
    switch (this.open) {
      case 'other-day':
        return field({
          id: `date-${id}`,
          name: 'date',
          label: t('delays.day-label'),
          type: 'date',
          min: today(),
          error: this.wrong('date'),
        });
      case 'call-me':
        return field({
          id: `call-${id}`,
          name: 'call',
          label: t('delays.call-label'),
          hint: t('delays.call-hint'),
          maxlength: 200,
          error: this.wrong('call'),
        });
      case 'accept-part':
        return html`<fieldset class="ticks">
          <legend>${t('delays.which-lines')}</legend>
          ${lines.map(
            (line) => html`<label>
              <input type="checkbox" name="lines" value=${line.number} />
              <span>${lineSaid(line)}</span>
            </label>`,
          )}
          <p class="trouble" role="alert">${this.wrong('lines') ?? ''}</p>
        </fieldset>`;
      default:
        return nothing;
    }
  }

  #submit = (event) => {
    const lines = new FormData(event.target).getAll('lines').map(Number);
    const { date: day, call, words } = submitted(event);
    const wrong =
      this.open === 'accept-part' && lines.length === 0 ? [{ field: 'lines', said: t('delays.tick-lines') }] : [];
    if (this.fine(event.target, { wrong })) {
      this.#say({
        answer: this.open,
        date: day || undefined,
        call: call || undefined,
        words: words || undefined,
        lines: lines.length > 0 ? lines : undefined,
      });
    }
  };

  async #say(said) {
    const remedy = this.querySelector('[name=remedy]')?.value;
    const takes = said.answer.startsWith('accept') && remedy ? { remedy } : {};
    await this.attempt(async () => {
      await this.send({ ...said, ...takes });
      this.open = undefined;
    });
  }
}

customElements.define('offer-answer', OfferAnswer);
