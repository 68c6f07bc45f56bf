import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { newKey } from '../../base/ask.js';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { zoneChoice } from '../../base/elements/reader-fields.js';
import { timeZone, weekday } from '../../base/format.js';
import { t } from '../../base/words.js';
import { openReviews, plan } from '../requests.js';

const KINDS = ['quality-improvement', 'design-review', 'witnessing'];
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
const NTH = ['1', '2', '3', '4', '-1'];
const DATES = { monthly: 12, weekly: 26 };
const MOST_DATES = 260;
const OWN_FIELDS = ['title', 'start', 'minutes', 'zone', 'capacity'];
const FIELDS = [...OWN_FIELDS, 'place.room', 'place.video', 'subject.order', 'subject.review', 'rule.count'];

/** A new meeting, once or again and again; nobody is told before people are invited on its page. */
class PlanForm extends FormElement {
  static properties = {
    kind: { state: true },
    repeats: { state: true },
    start: { state: true },
    /** Design reviews that are not closed. */
    reviews: { state: true },
  };

  #key = newKey();

  constructor() {
    super();
    this.kind = KINDS[0];
    this.repeats = 'once';
    this.start = '';
    this.reviews = [];
  }

  firstUpdated() {
    this.attempt(async () => (this.reviews = await openReviews()));
  }

  render() {
    return html`<form class="form" @submit=${this.#plan}>
      <h2>${t('meetings.plan')}</h2>
      ${selection({
        name: 'kind',
        label: t('plan.kind'),
        options: KINDS.map((kind) => [kind, t(`meeting.kind-${kind}`)]),
        chosen: this.kind,
        change: ({ target }) => (this.kind = target.value),
      })}
      ${this.kind === 'design-review' ? this.#reviewed() : nothing}
      ${this.#field('title', '', { maxlength: 200 })}
      <div class="pair-fields" @input=${this.#heard}>
        ${this.#field('start', '', { type: 'datetime-local' })}
        ${this.#field('minutes', '60', { type: 'number', min: 1, max: 10_080 })}
      </div>
      ${zoneChoice({ id: 'plan-zone', label: t('plan.zone'), hint: t('plan.zone-hint'), chosen: timeZone() })}
      ${this.kind === 'witnessing' ? this.#witnessed() : this.#repeats()}
      ${this.#field('room', '', { required: false, maxlength: 300, error: this.wrong('place.room') })}
      ${this.#field('video', '', { required: false, type: 'url', error: this.wrong('place.video') })}
      ${this.#field('capacity', '', { required: false, type: 'number', min: 1, hint: t('plan.capacity-hint') })}
      ${this.trouble(...FIELDS)}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('plan.save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, value = '', more = {}) {
    return field({ id: `plan-${name}`, name, label: t(`plan.${name}`), value, error: this.wrong(name), ...more });
  }

  /** Which design review it is about, if it is about one. */
  #reviewed() {
    return html`${selection({
      name: 'review',
      label: t('plan.review'),
      options: [['', t('plan.no-review')], ...this.reviews.map(({ number, title }) => [String(number), title])],
    })}
    <p class="trouble" role="alert">${this.wrong('subject.review') ?? ''}</p>`;
  }

  #subject({ kind, review, order, stage }) {
    if (kind === 'witnessing') {
      return { order: order.trim(), stage: stage.trim() || undefined };
    }
    return review ? { review: Number(review) } : undefined;
  }

  #witnessed() {
    return html`<div class="pair-fields">
      ${this.#field('order', '', { code: true, hint: t('plan.order-hint'), error: this.wrong('subject.order') })}
      ${this.#field('stage', '', { code: true, hint: t('plan.stage-hint') })}
    </div>`;
  }

  /** By which day of the week, and which of the month, follows from the first date. */
  #repeats() {
    const day = this.start ? new Date(this.start) : undefined;
    const name = day ? weekday((day.getDay() + 6) % 7, 'long') : '';
    return html`${selection({
      name: 'repeats',
      label: t('plan.repeats'),
      options: ['once', 'monthly', 'weekly'].map((one) => [one, t(`plan.${one}`)]),
      chosen: this.repeats,
      change: ({ target }) => (this.repeats = target.value),
    })}
    ${this.repeats === 'once' || !day
      ? nothing
      : html`<p class="soft">${
          this.repeats === 'weekly'
            ? t('plan.each-week', { day: name })
            : t('plan.each-month', { nth: t(`plan.nth-${this.#nth(day)}`), day: name })
        }</p>`}
    ${this.repeats === 'once'
      ? nothing
      : keyed(
          this.repeats,
          this.#field('dates', String(DATES[this.repeats]), {
            type: 'number',
            min: 2,
            max: MOST_DATES,
            hint: t('plan.dates-hint'),
            error: this.wrong('rule.count'),
          }),
        )}`;
  }

  #nth = (day) => NTH[Math.min(4, Math.ceil(day.getDate() / 7) - 1)];

  #heard = ({ target }) => {
    if (target.name === 'start') {
      this.start = target.value;
    }
  };

  #rule(dates) {
    if (this.repeats === 'once' || this.kind === 'witnessing') {
      return undefined;
    }
    const day = new Date(this.start);
    const rule = { pace: this.repeats, day: DAYS[(day.getDay() + 6) % 7], every: 1, count: Number(dates) };
    return this.repeats === 'weekly' ? rule : { ...rule, nth: Number(this.#nth(day)) };
  }

  #plan = (event) => {
    const entered = submitted(event);
    const { kind, title, start, minutes, zone, room, video, capacity, dates } = entered;
    const said = {
      kind,
      title: title.trim(),
      start,
      minutes: Number(minutes),
      zone: zone.trim(),
      room: room.trim() || undefined,
      video: video.trim() || undefined,
      capacity: capacity ? Number(capacity) : undefined,
      rule: this.#rule(dates),
      subject: this.#subject(entered),
    };
    this.attempt(async () => this.done(await plan(said, this.#key)));
  };
}

customElements.define('plan-form', PlanForm);
