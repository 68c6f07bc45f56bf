import { html, nothing } from 'lit';
import { FormElement } from '../../base/elements/form-element.js';
import { refusal } from '../../base/reading/refusals.js';
import { t } from '../../base/words.js';
import { filledIn } from '../reading/answers.js';
import { forget, keep, keepSaid, kept } from '../reading/kept.js';
import { answering } from '../requests.js';
import './survey-answer.js';

const PAUSE_MILLIS = 800;

/** What one is asked, by the link of a mail or signed in: looking answers nothing. */
class AnswerPage extends FormElement {
  static properties = {
    code: { attribute: false },
    link: { attribute: false },
    /** Who is signed in, where there is no link. */
    me: { attribute: false },
    said: { attribute: false },
    sheet: { state: true },
    begun: { state: true },
  };
  static texts = {
    401: 'survey-answer.sign-in',
    403: 'survey-answer.over',
    404: 'survey-answer.over',
    410: 'survey-answer.over',
  };

  #timer;
  #gateway;

  firstUpdated() {
    this.#gateway = answering(this.code, this.link);
    this.attempt(async () => {
      const sheet = await this.#gateway.sheet();
      const [first] = sheet.questions ?? [];
      const fromMail = filledIn(first, this.said);
      const before = (this.#isAnonymous(sheet) ? kept(this.code, this.#asked()) : sheet.draft) ?? {};
      this.begun = fromMail === undefined ? before : { ...before, [first.key]: fromMail };
      this.sheet = sheet;
      this.dispatchEvent(new CustomEvent('titled', { detail: sheet.title }));
    });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  render() {
    const { sheet } = this;
    if (!sheet?.questions) {
      return html`<section class="notice">
        <h1>${t('survey-answer.page-title')}</h1>
        <p role="status">${this.#instead()}</p>
        ${this.problem?.status === 401
          ? html`<p><a class="go" href="/my-surveys">${t('survey-answer.to-sign-in')}</a></p>`
          : nothing}
      </section>`;
    }
    return html`<survey-answer
      .sheet=${sheet}
      .begun=${this.begun}
      .send=${this.#send}
      @changed=${({ detail }) => this.#keep(detail)}
    ></survey-answer>`;
  }

  #asked = () => this.link ?? this.me?.email;

  #isAnonymous = ({ privacy }) => privacy === 'anonymous';

  #instead() {
    if (this.sheet) {
      return t(this.sheet.answered ? 'survey-answer.before' : 'survey-answer.over');
    }
    return this.problem ? refusal(this.problem, AnswerPage.texts) : t('loading');
  }

  /** As one goes along: on the server, or where it is anonymous only here. */
  #keep(answers) {
    if (this.#isAnonymous(this.sheet)) {
      keep(this.code, this.#asked(), answers);
      return;
    }
    clearTimeout(this.#timer);
    // What cannot be kept now is kept with the next answer, or sent in the end.
    this.#timer = setTimeout(() => this.#gateway.keep(answers).catch(() => {}), PAUSE_MILLIS);
  }

  /** `keepHere`: they want to see what they said beside the results, which nobody but this device knows. */
  #send = async (said, keepHere) => {
    clearTimeout(this.#timer);
    await this.#gateway.send({ channel: this.link ? 'mail' : 'page', ...said });
    forget(this.code, this.#asked());
    if (keepHere) {
      keepSaid(this.code, said.answers);
    }
  };
}

customElements.define('answer-page', AnswerPage);
