import { html } from 'lit';
import { field, selection } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { SEVERITIES } from '../reading/nonconformances.js';
import { change, staff } from '../requests.js';

/** Says otherwise what is wrong, how bad it is and who works on it. */
class ProblemChange extends FormElement {
  static properties = { page: { attribute: false }, people: { state: true } };
  static texts = { 412: 'problem-change.changed' };

  firstUpdated() {
    this.attempt(async () => (this.people = await staff()));
  }

  render() {
    const { page } = this;
    return html`<form class="form" novalidate @submit=${this.#send}>
      <h2>${t('nonconformance.change')}</h2>
      ${field({
        id: 'change-title',
        name: 'title',
        label: t('raise.title'),
        value: page.title,
        maxlength: 200,
        error: this.wrong('title'),
      })}
      ${selection({
        name: 'severity',
        label: t('nonconformance.severity'),
        options: SEVERITIES.map((one) => [one, t(`severity.${one}`)]),
        chosen: page.severity,
      })}
      <div class="entry">
        <label for="change-problem">${t('raise.problem')}</label>
        <textarea
          id="change-problem"
          name="problem"
          maxlength="5000"
          rows="5"
          .defaultValue=${page.problem ?? ''}
        ></textarea>
        <p class="trouble" role="alert">${this.wrong('problem') ?? ''}</p>
      </div>
      ${this.#leader()} ${this.#team()} ${this.trouble('title', 'problem')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy || !this.people}>${t('save')}</button>
        <button type="button" class="quiet" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #leader() {
    return selection({
      name: 'leader',
      label: t('problem-change.leader'),
      options: [['', t('problem-change.nobody')], ...(this.people ?? []).map(({ email, name }) => [email, name])],
      chosen: this.page.team[0]?.email ?? '',
    });
  }

  #team() {
    const members = this.page.team.slice(1).map(({ email }) => email);
    return html`<details class="disclosure">
      <summary>${t('problem-change.team')}</summary>
      <fieldset class="ticks">
        <legend>${t('problem-change.members')}</legend>
        ${(this.people ?? []).map(({ email, name }) => html`<label>
          <input type="checkbox" name="member" value=${email} .defaultChecked=${members.includes(email)} />
          <span>${name}</span>
        </label>`)}
      </fieldset>
    </details>`;
  }

  #send = async (event) => {
    const members = new FormData(event.target).getAll('member');
    const { title, problem, severity, leader } = submitted(event);
    if (!this.fine(event.target)) {
      return;
    }
    const team = [...new Set([leader, ...members].filter(Boolean))];
    (await this.attempt(() => change(this.page, { title, severity, problem, team }))) && this.done();
  };
}

customElements.define('problem-change', ProblemChange);
