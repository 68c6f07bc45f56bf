import { html, nothing } from 'lit';
import { choicesOf, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t, wording } from '../../base/words.js';
import { chosen, MODES, questioned } from '../reading/choices.js';
import { choices, choose, follow, unfollow, unwish } from '../requests.js';
import './push-devices.js';

const USUAL = 'usual';
const HOURS = [...Array(24).keys()];

/** How one wants to be told, by topic and by order. */
class NoticeChoices extends FormElement {
  static properties = { me: { attribute: false }, known: { state: true }, saved: { state: true } };

  firstUpdated() {
    this.attempt(async () => (this.known = await choices()));
  }

  render() {
    return html`<section class="manage" aria-labelledby="choices">
      <div class="lead">
        <h1 id="choices">${t('choices.title')}</h1>
        <p class="soft">${t('choices.text')}</p>
      </div>
      ${this.known ? html`${this.#topics()} ${this.#orders()} <push-devices></push-devices>` : this.trouble()}
    </section>`;
  }

  #topics() {
    const { topics, questions, digestHour, usualHour } = this.known;
    return html`<form class="form card" @submit=${this.#save} @change=${() => (this.saved = false)}>
      <table class="choice-table">
        <thead>
          <tr><th scope="col">${t('choices.topic')}</th><th scope="col">${t('choices.how')}</th></tr>
        </thead>
        <tbody>${topics.map((topic) => this.#topic(topic))}</tbody>
      </table>
      ${selection({
        name: 'digestHour',
        label: t('choices.hour', { zone: this.me.zone ?? t('zone.plant') }),
        options: HOURS.map((hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`]),
        chosen: String(digestHour ?? usualHour),
      })}
      ${questions.length > 0 ? this.#questions() : nothing} ${this.trouble()}
      <p class="buttons"><button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button></p>
      <p role="status">${this.saved ? t('choices.saved') : ''}</p>
    </form>`;
  }

  #topic({ topic, mode, usual, agreed }) {
    const asUsual = usual ? t('choices.usual-is', { how: t(`choices.${usual}`) }) : t('choices.usual');
    return html`<tr data-topic=${topic}>
      <th scope="row" id="topic-${topic}">
        ${t(`topic.${topic}`)}<small class="soft">${t(`topic.${topic}.text`)}</small>
      </th>
      <td>
        <select
          name=${topic}
          aria-labelledby="topic-${topic}"
          aria-describedby=${agreed ? `agreed-${topic}` : nothing}
        >
          <option value=${USUAL} ?selected=${!mode}>${asUsual}</option>
          ${MODES.map((one) => html`<option value=${one} ?selected=${one === mode}>${t(`choices.${one}`)}</option>`)}
        </select>
        ${agreed
          ? html`<small class="soft" id="agreed-${topic}">
              ${t(`choices.agreed.${agreed.owner}`, { version: agreed.version })}
            </small>`
          : nothing}
      </td>
    </tr>`;
  }

  #questions() {
    const { questions } = this.known;
    return choicesOf({
      name: 'questions',
      legend: t('choices.questions'),
      options: questions.map(({ topic }) => [topic, t(`topic.${topic}`), t(`topic.${topic}.text`)]),
      chosen: questions.filter(({ asked }) => asked).map(({ topic }) => topic),
    });
  }

  async #save(event) {
    const values = submitted(event);
    const topics = chosen(values, this.known.topics.map(({ topic }) => topic));
    const questions = questioned(this.known.questions, new FormData(event.target).getAll('questions'));
    const wanted = { topics, questions, digestHour: Number(values.digestHour) };
    this.saved = await this.attempt(async () => (this.known = await choose(wanted)));
  }

  #orders() {
    const { orders } = this.known;
    return html`<section class="card" aria-labelledby="followed">
      <h2 id="followed">${t('choices.orders')}</h2>
      ${orders.length > 0
        ? html`<ul class="rows">${orders.map((one) => this.#order(one))}</ul>`
        : html`<p class="soft">${t('choices.no-orders')}</p>`}
    </section>`;
  }

  #order({ order, mode, stages }) {
    return html`<li data-order=${order}>
      <p class="row-main">
        <a href="/orders/${encodeURIComponent(order)}">${order}</a>
        ${stages.map(
          ({ line, stage, name }) => html`<span class="row-line">
            ${t('choices.waits', { stage: name ? wording(name) : stage, line })}
            <button
              class="quiet"
              data-action="unwish"
              ?disabled=${this.busy}
              @click=${() => this.#change(() => unwish(order, line, stage))}
            >${t('choices.no-more')}</button>
          </span>`,
        )}
      </p>
      ${selection({
        name: 'mode',
        label: html`<span class="visually-hidden">${t('follow.label')}${t('colon')}${order}</span>`,
        options: ['usual', 'follow', 'mute'].map((one) => [one, t(`follow.${one}`)]),
        chosen: mode ?? 'usual',
        change: ({ target: { value } }) =>
          this.#change(() => (value === 'usual' ? unfollow(order) : follow(order, value))),
      })}
    </li>`;
  }

  #change(act) {
    return this.attempt(async () => {
      await act();
      this.known = { ...this.known, orders: (await choices()).orders };
    });
  }
}

customElements.define('notice-choices', NoticeChoices);
