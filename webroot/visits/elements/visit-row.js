import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { inFull, time, when } from '../../base/format.js';
import { t } from '../../base/words.js';
import './visit-state.js';

/** A visit in a list: whom, when, by whom. */
class VisitRow extends LightElement {
  static properties = {
    visit: { attribute: false },
    /** For whom it is theirs: the company needs no name. */
    own: { type: Boolean },
    /** Under its day, where the time is enough. */
    brief: { type: Boolean },
  };

  render() {
    const { visit } = this;
    const who = visit.substitute
      ? t('visit.instead', { substitute: visit.substitute.name, by: visit.by.name })
      : visit.by.name;
    return html`<a class="visit-row" href="/visits/${visit.number}">
      <span class="row-main">
        <b>${this.own ? t(`visit.kind.${visit.kind}`) : visit.company.name}</b>
        <span class="soft row-line"
          ><time datetime=${visit.at} title=${inFull(visit.at)}>${this.brief ? time(visit.at) : when(visit.at)}</time>
          · ${this.own ? who : `${t(`visit.kind.${visit.kind}`)} · ${who}`}${visit.place
            ? html` · ${visit.place}`
            : nothing}</span
        >
      </span>
      <visit-state .visit=${visit}></visit-state>
    </a>`;
  }
}

customElements.define('visit-row', VisitRow);
