import { html, nothing } from 'lit';
import { inDialog } from '../../base/elements/dialogs.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { counted } from '../reading/meeting.js';

const STATES = ['accepted', 'waiting', 'tentative', 'asked', 'declined'];

/** Who is asked, and what they answered; of a meeting that is over, who was asked. */
class GuestsCard extends FormElement {
  static properties = { page: { attribute: false }, keeps: { type: Boolean } };

  render() {
    const guests = Object.entries(this.page.guests ?? {});
    const count = counted(this.page.guests);
    const isToCome = this.page.state === 'planned';
    return html`<section class="card guests" aria-labelledby="guests">
      <h2 id="guests">${t(isToCome ? 'guests.title' : 'guests.were-asked')}</h2>
      ${guests.length === 0
        ? html`<p class="soft">${t('guests.none')}</p>`
        : !isToCome
          ? nothing
          : html`<p>${STATES.filter((state) => count[state]).map(
            (state) => html`<span class="chip ${state === 'accepted' ? 'ok' : ''}">${
              t(`guests.${state}`, { count: count[state] })}</span> `,
          )}</p>`}
      <ul>
        ${guests
          .sort(([, a], [, b]) => STATES.indexOf(a.state) - STATES.indexOf(b.state) || a.name.localeCompare(b.name))
          .map(([person, guest]) => this.#guest(person, guest))}
      </ul>
      ${this.trouble()}
      ${this.keeps && this.page.state === 'planned'
        ? html`<p class="buttons"><button class="go" data-action="invite" @click=${this.#invite}>${
            t('guests.invite')}</button></p>`
        : nothing}
    </section>`;
  }

  #guest(person, { name, company, state, note, instead }) {
    return html`<li data-person=${person}>
      <span>
        <b>${name}</b>${company && this.keeps ? html` <span class="soft">${company}</span>` : nothing}
        <span class="soft row-line">${[
          t(this.page.state !== 'planned' && state === 'asked' ? 'guest.silent' : `guest.${state}`),
          instead && t('guests.instead', { name: instead }),
          note && `“${note}”`,
        ].filter(Boolean).join(' · ')}</span>
      </span>
      ${this.keeps && this.page.state === 'planned'
        ? html`<button class="quiet" data-action="uninvite"
            @click=${() => this.#uninvite(person, name)}>${t('guests.uninvite')}<span class="visually-hidden">
            ${name}</span></button>`
        : nothing}
    </li>`;
  }

  #uninvite = async (person, name) => {
    await import('./uninvite-form.js');
    const form = Object.assign(document.createElement('uninvite-form'), { page: this.page, person, name });
    await inDialog(form, t('guests.uninvite-title', { name }));
  };

  #invite = async () => {
    await import('./invite-form.js');
    const form = Object.assign(document.createElement('invite-form'), { page: this.page });
    await inDialog(form, t('guests.invite'));
  };
}

customElements.define('guests-card', GuestsCard);
