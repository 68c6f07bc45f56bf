import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { rich } from '../../base/elements/rich.js';
import { remember } from '../../base/reading/wanted.js';
import { t } from '../../base/words.js';
import { isReached } from '../reading/reach.js';
import { beginSecondFactor, confirmSecondFactor } from '../requests.js';
import './code-form.js';
import './link-form.js';
import './password-form.js';
import './second-factor-setup.js';

/** The way in: a link by mail; for the plant's own people also a password, and a second step. */
class SignInPage extends LightElement {
  static properties = {
    /** Called when somebody is signed in. */
    then: { attribute: false },
    /** What the server wants besides, such as `{secondFactor: 'code', challenge}`. */
    answer: { attribute: false },
    /** Why somebody is here: `ended`, or what became of a login elsewhere: `refused`, `busy`, `another`. */
    why: {},
    /** Whose window this is, and the ways in that there are. */
    options: { attribute: false },
    askedFor: { state: true },
    forgotten: { state: true },
  };

  constructor() {
    super();
    this.options = { mail: true, manufacturer: 'Vitrine' };
  }

  render() {
    const step = this.answer?.secondFactor ?? (this.askedFor ? 'asked' : this.forgotten ? 'forgotten' : 'ask');
    return html`<section class="notice door" data-about="sign-in" data-step=${step}>
      <div class="notice-panes" aria-hidden="true">${[0, 1, 2, 3].map((pane) => html`<span
        ?data-lit=${pane === LIT[step]}
        ?data-clear=${pane < LIT[step]}
      ></span>`)}</div>
      <h1 tabindex="-1">${t(this.#isNowhere(step) ? 'sign-in.nowhere.title' : `sign-in.${step}.title`)}</h1>
      ${this.#step(step)}
    </section>`;
  }

  updated(changed) {
    const further = ['answer', 'askedFor', 'forgotten'].some((step) => changed.has(step) && this[step]);
    if (further && this.hasUpdated) {
      this.querySelector('h1').focus();
    }
  }

  #step(step) {
    switch (step) {
      case 'code':
        return html`<p>${t('sign-in.code.text', this.options)}</p>
          <div class="card"><code-form .challenge=${this.answer.challenge} @done=${this.#entered}></code-form></div>
          ${this.#again()}`;
      case 'set-up':
        return html`<p>${t('sign-in.set-up.text')}</p>
          <div class="card">
            <second-factor-setup
              .begin=${() => beginSecondFactor({ challenge: this.answer.challenge })}
              .confirm=${(code) => confirmSecondFactor(code, { challenge: this.answer.challenge })}
              @done=${this.#entered}
            ></second-factor-setup>
          </div>
          ${this.#again()}`;
      case 'asked':
        return html`<p>${rich(t(this.#whatComes(), { email: this.askedFor }))}</p>
          ${isReached(this.askedFor) ? this.#patience() : this.#byServer()}
          ${this.#again()}`;
      case 'forgotten':
        return html`<p>${t('sign-in.forgotten.text')}</p>
          <div class="card">
            <link-form @done=${this.#askedToReplace}></link-form>
            ${this.options.mail ? nothing : this.#noMail()}
          </div>
          ${this.#again()}`;
      default:
        return this.#ask();
    }
  }

  #ask() {
    const { openId, mail } = this.options;
    return html`<p>${t('sign-in.ask.text')}</p>
      ${this.why ? html`<p class="trouble-box" role="alert">${t(`sign-in.${this.why}`)}</p>` : nothing}
      <div class="card">
        <link-form @done=${({ detail }) => (this.askedFor = detail)}></link-form>
        ${mail ? nothing : this.#noMail()}
        ${openId
          ? html`<a
            class="quiet"
            data-action="open-id"
            href="/api/sign-in/open-id"
          >${t('sign-in.open-id', { name: openId.name })}</a>`
          : nothing}
        <details class="disclosure">
          <summary>${t('sign-in.password')}</summary>
          <password-form @done=${this.#take}></password-form>
          <p><button
            class="quiet"
            data-action="forgotten"
            @click=${() => (this.forgotten = true)}
          >${t('sign-in.forgotten')}</button></p>
        </details>
      </div>`;
  }

  #isNowhere(step) {
    return step === 'asked' && !isReached(this.askedFor);
  }

  #whatComes() {
    return isReached(this.askedFor) ? 'sign-in.asked.text' : 'sign-in.asked.nowhere';
  }

  #patience() {
    return this.options.mail ? html`<p class="soft">${t('sign-in.asked.patience')}</p>` : this.#noMail();
  }

  #noMail() {
    return html`<p class="soft" data-about="no-mail">${t('sign-in.no-mail')}</p>
      ${this.#byServer()}`;
  }

  /** Whoever runs the house needs no mail to come in. */
  #byServer() {
    return html`<p class="soft" data-about="by-server">
      ${t('sign-in.by-server')} <code>./vitrine admin link</code>
    </p>`;
  }

  #again() {
    return html`<p><button
      class="quiet"
      data-action="again"
      @click=${this.#startAgain}
    >${t('sign-in.again')}</button></p>`;
  }

  #startAgain() {
    this.answer = undefined;
    this.askedFor = undefined;
    this.forgotten = false;
    this.updateComplete.then(() => this.querySelector('input').focus());
  }

  /** The link lets them in like any other, and leads to where a password is set. */
  #askedToReplace({ detail }) {
    remember('/account');
    this.askedFor = detail;
  }

  #take = ({ detail }) => (detail?.secondFactor ? (this.answer = detail) : this.then(detail));
  #entered = ({ detail }) => this.then(detail);
}

/** Which pane is lit: the light comes nearer with each step. */
const LIT = { ask: 0, forgotten: 0, asked: 1, code: 2, 'set-up': 2 };

customElements.define('sign-in-page', SignInPage);
