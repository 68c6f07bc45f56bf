import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { contributions } from '../../base/places.js';
import { signInOptions } from '../../base/requests.js';
import { voice } from '../../base/start.js';
import { t } from '../../base/words.js';
import { lacking, missing, next, STEPS } from '../reading/steps.js';
import { putAway, setup } from '../requests.js';
import './setup-company.js';
import './setup-customer.js';
import './setup-example.js';
import './setup-hours.js';
import './setup-house.js';
import './setup-order.js';
import './setup-report.js';
import './setup-routing.js';

/** Leads through an empty house: what is done is ticked, one step is open, each can wait. */
class SetupPage extends FormElement {
  static properties = {
    me: { attribute: false },
    found: { state: true },
    open: { state: true },
    mail: { state: true },
  };

  #skipped = new Set();

  firstUpdated() {
    this.attempt(async () => {
      const [{ mail }] = await Promise.all([signInOptions(), this.#look()]);
      this.mail = mail;
      this.open = next(this.found, this.#skipped);
    });
  }

  async #look() {
    this.found = await setup();
    document.dispatchEvent(new CustomEvent('setup', { detail: this.found }));
  }

  render() {
    if (!this.found) {
      return this.problem ? this.trouble() : html`<p role="status">${t('loading')}</p>`;
    }
    const left = missing(this.found).length;
    return html`<section class="manage setup" aria-labelledby="setup-title">
      <div class="head"><h1 id="setup-title">${t('setup.title')}</h1></div>
      <p class="soft" data-about="progress">
        ${left === 0
          ? t(this.mail ? 'setup.complete' : 'setup.complete-unsent')
          : t('setup.progress', { done: STEPS.length - left, all: STEPS.length })}
      </p>
      <ol class="setup-steps">${STEPS.map((step, at) => this.#step(step, at + 1))}</ol>
      ${this.found.steps.customer && !this.mail ? this.#unsent() : nothing}
      <p class="buttons">
        <a class=${left === 0 ? 'go' : 'quiet'} data-action="board" href="/board">${t('setup.to-board')}</a>
        ${left > 0 ? this.#away() : nothing}
      </p>
      ${this.trouble()}
      <setup-example></setup-example>
    </section>`;
  }

  #unsent() {
    return html`<p class="hint-box" data-about="unsent">
      ${t('setup.unsent')} <a href="/mail">${t('setup.unsent-mail')}</a>
    </p>`;
  }

  #step(step, number) {
    const done = this.found.steps[step];
    const isOpen = this.open === step;
    return html`<li class="card" data-step=${step} ?data-done=${done}>
      <h2>
        <button
          type="button"
          class="setup-head"
          id="head-${step}"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls="step-${step}"
          @click=${() => (this.open = isOpen ? undefined : step)}
        >
          <span class="setup-mark" aria-hidden="true">${done ? '✓' : number}</span>
          <span>${t(`setup.${step}.title`)}</span>
          <span class="soft">${done ? t('setup.done') : t(`setup.${step}.takes`)}</span>
        </button>
      </h2>
      <div id="step-${step}" ?hidden=${!isOpen}>${isOpen ? this.#inside(step, done) : nothing}</div>
    </li>`;
  }

  #inside(step, done) {
    const needed = lacking(step, this.found);
    return html`<p class="soft">${t(`setup.${step}.text`)}</p>
      ${needed.length > 0
        ? html`<p class="hint-box">${t(`setup.first.${needed[0]}`)}</p>
            <p class="buttons">
              <button class="go" @click=${() => this.#go(needed[0])}>${t(`setup.${needed[0]}.title`)}</button>
            </p>`
        : this.#form(step)}
      ${done
        ? nothing
        : html`<p class="buttons">
            <button type="button" class="quiet" data-action="skip" @click=${() => this.#skip(step)}>
              ${t('setup.skip')}
            </button>
          </p>`}`;
  }

  #form(step) {
    const { found, me } = this;
    const done = () => this.#done(step);
    switch (step) {
      case 'you':
        return contributions('setup', { me, done: (changed) => this.#introduced(changed) });
      case 'house':
        return html`<setup-house .me=${me} @done=${done}></setup-house>`;
      case 'hours':
        return html`<setup-hours .there=${found.steps.hours} @done=${done}></setup-hours>`;
      case 'company':
        return html`<setup-company .there=${found.company} @done=${done}></setup-company>`;
      case 'routing':
        return html`<setup-routing .there=${found.routing} @done=${done}></setup-routing>`;
      case 'order':
        return html`<setup-order .found=${found} @done=${done}></setup-order>`;
      case 'report':
        return html`<setup-report .order=${found.order} @reported=${() => this.#look()} @done=${done}></setup-report>`;
      default:
        return html`<setup-customer
          .me=${me}
          .company=${found.company}
          .mail=${this.mail}
          @done=${done}
        ></setup-customer>`;
    }
  }

  #introduced(me) {
    this.me = me;
    return this.#done('you');
  }

  async #done(step) {
    await this.attempt(() => this.#look());
    voice.say(t('setup.said', { step: t(`setup.${step}.title`) }));
    this.#go(next(this.found, this.#skipped, step));
  }

  #skip(step) {
    this.#skipped.add(step);
    this.#go(next(this.found, this.#skipped, step));
  }

  /** Opens a step, or leads to the end where none is left; the focus goes along. */
  async #go(step) {
    this.open = step;
    await this.updateComplete;
    const to = step ? this.querySelector(`#head-${step}`) : this.querySelector('[data-action="board"]');
    to.focus();
    to.scrollIntoView({ block: step ? 'start' : 'center' });
  }

  #away() {
    const away = !this.found.putAway;
    return html`<button
      type="button"
      class="quiet"
      data-action="away"
      ?disabled=${this.busy}
      @click=${() => this.attempt(async () => {
        await putAway(away);
        await this.#look();
      })}
    >
      ${t(away ? 'setup.away' : 'setup.take-up')}
    </button>`;
  }
}

customElements.define('setup-page', SetupPage);
