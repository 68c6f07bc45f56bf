import { html, nothing } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { groundFields, groundOf, NO_GROUND } from '../../base/elements/ground-fields.js';
import { chosenBetween } from '../../base/elements/difference.js';
import { date } from '../../base/format.js';
import { passed } from '../../base/reading/faults.js';
import { t, wording } from '../../base/words.js';
import { reasonOf } from '../reading/reason.js';
import { promisedDates, revisePromise } from '../requests.js';
import { preview, reasonFields } from './reason-fields.js';

/** Says something else of the date of an order or of one of its lines, with the reason. */
class RevisePromise extends FormElement {
  static properties = {
    order: { attribute: false },
    line: { attribute: false },
    about: { attribute: false },
    known: { state: true },
    mine: { state: true },
  };

  static texts = { 409: 'acts.cancelled' };

  connectedCallback() {
    super.connectedCallback();
    this.attempt(async () => this.#begin(await promisedDates(this.order)));
  }

  #begin(dates) {
    this.known = { ...this.#flat(dates), version: dates.version };
    this.mine = { date: this.known.date, toBeConfirmed: this.known.toBeConfirmed, ground: NO_GROUND };
  }

  /** What the line goes by: its own date, or the order's. */
  #flat({ promise, lines }) {
    const { date: day, toBeConfirmed, reason } = lines?.[this.line] ?? promise ?? {};
    return { date: day, toBeConfirmed, reason };
  }

  render() {
    return html`<form class="form" novalidate @submit=${this.#save} @input=${this.#typed}>
      <h2>${t('acts.promise-title', { what: this.about })}</h2>
      ${this.known ? this.#fields() : html`<p class="soft" aria-busy="true">${t('loading')}</p>`}
      ${this.trouble('date', 'cause', 'side', 'askedBy', 'reason', 'reason.en', 'reason.zh-CN')}
      <p class="buttons">
        <button class="go" data-action="save-promise" ?disabled=${this.busy || !this.known}>
          ${t('acts.promise-go')}
        </button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #fields() {
    const { known, mine } = this;
    return html`<p class="soft">
        ${known.date ? t('acts.promise-now', { date: date(known.date) }) : t('acts.promise-open')}
      </p>
      ${mine.toBeConfirmed
        ? nothing
        : field({
            id: 'promise-date',
            name: 'date',
            label: t('acts.promise-date'),
            type: 'date',
            value: mine.date ?? '',
            error: this.wrong('date'),
          })}
      <label class="tick">
        <input type="checkbox" name="toBeConfirmed" .checked=${mine.toBeConfirmed === true} />
        <span>${t('acts.promise-tbc')}</span>
      </label>
      ${known.date ? groundFields(this, mine.ground) : nothing}
      ${reasonFields(this, { typed: mine.reason })} ${preview(this.#sentence())}`;
  }

  #sentence() {
    const { date: day, toBeConfirmed, reason } = this.mine;
    const because = reason ? 'acts.reads-because' : 'acts.reads';
    const what = toBeConfirmed ? t('acts.reads-tbc') : day ? t('acts.reads-date', { date: date(day) }) : '…';
    return t(because, { what, reason: wording(reason) });
  }

  #typed = ({ currentTarget }) => {
    const values = Object.fromEntries(new FormData(currentTarget));
    this.mine = {
      date: values.date ?? this.mine.date,
      toBeConfirmed: values.toBeConfirmed ? true : undefined,
      reason: reasonOf(values),
      ground: groundOf(values, this.mine.ground),
    };
  };

  #save = async (event) => {
    submitted(event);
    const { date: day, toBeConfirmed } = this.mine;
    const isNew = !toBeConfirmed && day !== this.known.date;
    if (!this.fine(event.target, { unusual: isNew ? passed('date', day) : [] })) {
      return;
    }
    await this.#send();
    if (this.problem?.status === 412) {
      await this.#choose(this.problem);
    }
  };

  async #send() {
    const { date: day, toBeConfirmed, reason } = this.mine;
    const ground = this.known.date ? this.mine.ground : {};
    const said = { line: this.line, date: toBeConfirmed ? undefined : day, toBeConfirmed, reason, ...ground };
    if (await this.attempt(() => revisePromise(this.order, said, this.known.version))) {
      this.done(true);
    }
  }

  /** Somebody else said something of it in the meantime: both are shown, and one chooses. */
  async #choose(problem) {
    const { current, changedBy, changedAt } = problem;
    this.problem = undefined;
    const chosen = await chosenBetween({
      problem: { current: this.#flat(current), changedBy, changedAt },
      fields: [
        { name: 'date', label: t('acts.promise-date'), show: (day) => day && date(day) },
        { name: 'toBeConfirmed', label: t('acts.promise-tbc'), show: (open) => open && t('acts.reads-tbc') },
        { name: 'reason', label: t('acts.reason'), show: wording },
      ],
      started: this.known,
      mine: this.mine,
    });
    if (chosen) {
      const { ground } = this.mine;
      this.#begin(current);
      this.mine = { date: chosen.date, toBeConfirmed: chosen.toBeConfirmed, reason: chosen.reason, ground };
      await this.#send();
    }
  }
}

customElements.define('revise-promise', RevisePromise);
