import { html, nothing } from 'lit';
import { newKey } from '../../base/ask.js';
import { choicesOf, field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { groundFields, groundOf } from '../../base/elements/ground-fields.js';
import { date } from '../../base/format.js';
import { t } from '../../base/words.js';
import { chanceSaid, lineSaid, remedyName } from '../reading/offers.js';
import { faultsOf, languages, likelyMeant, maySilence, termsOf } from '../reading/terms.js';
import { delayTerms, offerDelay } from '../requests.js';

const SAID_AT_FIELDS = [
  ...['lines', 'date', 'nextWordBy', 'cause', 'side', 'because', 'because.en', 'because.zh-CN', 'remedies'],
  ...['part', 'part.line', 'part.quantity', 'part.date', 'answerBy', 'silence'],
];

/** Offers another date of an order, or says that none can be given yet. `done` with the offer. */
class OfferForm extends FormElement {
  static properties = {
    order: { attribute: false },
    /** The lines that are ticked to begin with; those at risk where nobody says which. */
    chosen: { attribute: false },
    terms: { state: true },
    lines: { state: true },
    remedies: { state: true },
    kind: { state: true },
    ground: { state: true },
    day: { state: true },
  };
  static texts = { 409: 'delays.form-conflict' };

  #key = newKey();

  constructor() {
    super();
    this.remedies = [];
    this.kind = 'date';
    this.ground = {}; // Whoever offers it says so: a cause that nobody chose may be a lie.
  }

  connectedCallback() {
    super.connectedCallback();
    this.attempt(async () => {
      const terms = await delayTerms(this.order);
      this.lines = likelyMeant(terms, this.chosen);
      this.terms = terms;
    });
  }

  render() {
    return html`<form class="form offer-form" novalidate @submit=${this.#save}>
      <h2>${t('delays.form-title', { order: this.order })}</h2>
      ${this.terms ? this.#fields() : html`<p class="soft" aria-busy=${this.busy}>${this.busy ? t('loading') : ''}</p>`}
      ${this.trouble(...SAID_AT_FIELDS)}
      <p class="buttons">
        <button class="go" data-action="make-offer" ?disabled=${this.busy || !this.terms}>${t('delays.make')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #fields() {
    const { terms } = this;
    return html`<p class="soft">${t('delays.form-text')}</p>
      ${choicesOf({
        name: 'lines',
        legend: t('delays.form-lines'),
        options: Object.values(terms.lines).map((line) => [String(line.number), lineSaid(line), this.#about(line)]),
        chosen: this.lines.map(String),
        change: ({ target }) => (this.lines = inOrder(toggled(this.lines, Number(target.value), target.checked))),
        error: this.wrong('lines'),
      })}
      ${selection({
        name: 'kind',
        label: t('delays.kind'),
        options: ['date', 'open'].map((one) => [one, t(`delays.kind.${one}`)]),
        chosen: this.kind,
        change: ({ target }) => (this.kind = target.value),
      })}
      ${this.kind === 'date'
        ? this.#date('date', t('delays.new-date'), { input: (day) => (this.day = day) })
        : this.#date('nextWordBy', t('delays.next-word-by'))}
      <div class="pair" @change=${this.#grounded}>${groundFields(this, this.ground, { several: true })}</div>
      ${languages().map((tag, at) => field({
        id: `because-${tag}`,
        label: t(`delays.because-${tag}`),
        hint: at === 0 ? t('delays.because-hint') : t('delays.because-other'),
        required: false,
        maxlength: 500,
        error: this.wrong(`because.${tag}`, `because-${tag}`) ?? (at === 0 ? this.wrong('because') : undefined),
      }))}
      ${this.#beside(terms)}
      ${this.#date('answerBy', t('delays.answer-by'), { value: terms.answerBy })}
      ${this.kind === 'date' && maySilence(terms, this.lines, this.day)
        ? html`<label class="tick">
            <input type="checkbox" name="silence" value="consent" /> <span>${t('delays.silence-tick')}</span>
          </label>`
        : html`<p class="soft">${t('delays.no-silence')}</p>`}`;
  }

  #beside(terms) {
    return html`${terms.remedies.length > 0
        ? choicesOf({
            name: 'remedies',
            legend: t('delays.remedies-label'),
            options: terms.remedies.map((one) => [one, remedyName(one)]),
            chosen: this.remedies,
            change: ({ target }) => (this.remedies = toggled(this.remedies, target.value, target.checked)),
            error: this.wrong('remedies'),
          })
        : nothing}
      ${this.remedies.includes('part-first') && this.lines.length > 0 ? this.#partFirst(terms) : nothing}`;
  }

  /** How much of which line comes first, and when: without that a part is no offer. */
  #partFirst({ lines }) {
    const several = this.lines.length > 1;
    return html`${several
        ? selection({
            name: 'part-line',
            label: t('delays.part-line'),
            options: this.lines.map((one) => [String(one), lineSaid(lines[one])]),
            chosen: String(this.lines[0]),
          })
        : nothing}
      <div class="pair">
        ${field({
          id: 'part-quantity',
          label: several ? t('delays.part-quantity-of') : t('delays.part-quantity', { line: this.lines[0] }),
          type: 'number',
          min: 0.001,
          step: 'any',
          inputmode: 'decimal',
          error: this.wrong('part.quantity', 'part-quantity') ?? this.wrong('part') ?? this.wrong('part.line'),
        })}
        ${this.#date('part-date', t('delays.part-date'), { sent: 'part.date' })}
      </div>`;
  }

  #date(name, label, { value = '', required = true, sent = name, input } = {}) {
    return html`<div @change=${input ? ({ target }) => input(target.value) : nothing}>${field({
      id: name,
      label,
      type: 'date',
      min: this.terms.today,
      value,
      required,
      error: this.wrong(sent, name),
    })}</div>`;
  }

  #about({ promised, likely, chance, atRisk, waiting }) {
    return [
      atRisk && t('delays.at-risk'),
      promised ? t('delays.promised', { date: date(promised) }) : t('delays.open'),
      likely && t('delays.likely', { date: date(likely) }),
      chance !== undefined && chanceSaid(chance),
      waiting && t('delays.waits-already'),
    ]
      .filter(Boolean)
      .join(t('comma'));
  }

  /** With another cause, the side is that cause's usual one until another is chosen. */
  #grounded = ({ currentTarget }) => {
    const [cause, side] = ['cause', 'side'].map((name) => currentTarget.querySelector(`[name=${name}]`)?.value);
    this.ground = cause ? groundOf({ cause, side }, this.ground) : {};
  };

  #save = async (event) => {
    const values = submitted(event);
    const { lines, remedies } = this;
    if (!this.fine(event.target, { wrong: faultsOf(values, { lines }) })) {
      return;
    }
    let offer;
    const made = termsOf(values, { lines, remedies });
    if (await this.attempt(async () => (offer = await offerDelay(this.order, made, this.#key)))) {
      this.done(offer);
    } else {
      this.#key = newKey(); // What is sent next is something else.
    }
  };
}

const inOrder = (numbers) => numbers.sort((a, b) => a - b);

const toggled = (all, one, on) => (on ? [...all, one] : all.filter((other) => other !== one));

customElements.define('offer-form', OfferForm);
