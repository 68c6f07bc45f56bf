import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { inFull, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import { author, entries, isOurs, isWritten, openQuestion, quietLine } from '../reading/thread.js';
import './photo-strip.js';

/** What was said and answered, and what happened in between as quiet lines; `choice` with a reply by one touch. */
class VoiceThread extends LightElement {
  static properties = {
    page: { attribute: false },
    /** Who looks: `{ name, isStaff }`. */
    reader: { attribute: false },
    busy: { type: Boolean },
  };

  render() {
    const asked = openQuestion(this.page);
    return html`<ol class="thread" aria-label=${t('thread.label')}>
      ${repeat(
        entries(this.page.thread),
        ({ key }) => key,
        (entry) => (isWritten(entry) ? this.#said(entry, asked) : this.#quiet(entry)),
      )}
    </ol>`;
  }

  #said(entry, asked) {
    const { key, kind, text, photos, choices = [], choice } = entry;
    const ours = isOurs(entry, this.reader.isStaff);
    const name = author(entry, this.reader);
    return html`<li class="speech" data-entry=${key} data-kind=${kind} ?data-ours=${ours}>
      <header>
        <strong>${kind === 'noted' ? t('thread.note', { name }) : name}</strong>
        ${this.#time(entry)}
      </header>
      ${text && text !== choice ? html`<p class="speech-text">${text}</p>` : nothing}
      ${choice ? html`<p class="speech-choice">${choice}</p>` : nothing}
      <photo-strip .number=${this.page.number} .photos=${photos} by=${name}></photo-strip>
      ${choices.length > 0 ? this.#choices(choices, key === asked?.key && this.page.can?.includes('add')) : nothing}
    </li>`;
  }

  /** A touch is an answer; once answered, or for whoever asked, they are only read. */
  #choices(choices, isOpen) {
    if (!isOpen) {
      return html`<ul class="choices" aria-label=${t('thread.choices')}>
        ${choices.map((one) => html`<li class="chip">${one}</li>`)}
      </ul>`;
    }
    return html`<p class="buttons" role="group" aria-label=${t('thread.choices')}>
      ${choices.map((one) => html`<button
        class="go"
        data-choice=${one}
        ?disabled=${this.busy}
        @click=${() => this.dispatchEvent(new CustomEvent('choice', { detail: one }))}
      >${one}</button>`)}
    </p>`;
  }

  #quiet(entry) {
    const line = quietLine(entry);
    return line
      ? html`<li class="happened" data-entry=${entry.key} data-kind=${entry.kind}>
          <span>${line}</span> ${this.#time(entry)}
        </li>`
      : nothing;
  }

  #time = ({ at }) => html`<time datetime=${at} title=${inFull(at)}>${when(at)}</time>`;
}

customElements.define('voice-thread', VoiceThread);
