import { html } from 'lit';
import { field } from '../../base/elements/field.js';
import { FormElement, submitted } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { edit } from '../requests.js';

/** Another time, place or title; whoever is asked is told, and asked again where the time or place changes. */
class MeetingEditForm extends FormElement {
  static properties = { page: { attribute: false } };

  render() {
    const { title, start, minutes, zone, room = '', video = '' } = this.page;
    return html`<form class="form" @submit=${this.#save}>
      <h2>${t('meeting.change')}</h2>
      ${this.#field('title', title, { maxlength: 200 })}
      <div class="pair-fields">
        ${this.#field('start', start.slice(0, 16), { type: 'datetime-local' })}
        ${this.#field('minutes', String(minutes), { type: 'number', min: 1, max: 10_080 })}
      </div>
      ${this.#field('zone', zone, { code: true })}
      ${this.#field('room', room, { required: false, maxlength: 300, error: this.wrong('place.room') })}
      ${this.#field('video', video, { required: false, type: 'url', error: this.wrong('place.video') })}
      <p class="soft">${t('meeting.change-text')}</p>
      ${this.trouble('title', 'start', 'minutes', 'zone', 'place.room', 'place.video')}
      <p class="buttons">
        <button class="go" data-action="save" ?disabled=${this.busy}>${t('save')}</button>
        <button type="button" class="quiet" data-action="cancel" @click=${() => this.done()}>${t('cancel')}</button>
      </p>
    </form>`;
  }

  #field(name, value, more) {
    return field({ id: `meeting-${name}`, name, label: t(`plan.${name}`), value, error: this.wrong(name), ...more });
  }

  #save = (event) => {
    const { minutes, room, video, ...said } = submitted(event);
    this.attempt(async () => {
      const changed = { ...said, minutes: Number(minutes), room: room.trim(), video: video.trim() };
      await edit(this.page.number, changed);
      this.done(changed);
    });
  };
}

customElements.define('meeting-edit-form', MeetingEditForm);
