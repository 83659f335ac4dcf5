/** My tasks over all my patients: late, this week, later, done. One answers for each where it stands. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { TaskStatus } from '../../shared/careplan/sections.ts';
import type { Task } from '../../shared/careplan/task.ts';
import type { Finding } from '../../shared/domain/rules/finding.ts';
import { isToAct } from '../../shared/domain/rules/acting.ts';
import { osloDate } from '../../shared/domain/calendar/oslo.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import { call } from '../api/rest.ts';
import { LightElement } from '../app/lightElement.ts';
import { failureCode, type Load } from '../app/load.ts';
import { paths } from '../app/router.ts';
import type { SessionStore } from '../app/session.ts';
import { tasksAnswered } from '../app/taskLink.ts';
import { busy } from '../components/busy.ts';
import { emergencyNote } from '../components/emergency.ts';
import { findingsList } from '../components/findings.ts';
import { failurePage } from '../components/failure.ts';
import { texts } from '../i18n/texts.ts';
import { taskName } from '../plan/tasks/taskParts.ts';
import { taskText } from '../plan/tasks/taskText.ts';
import { fragmentOf } from '../plan/way/place.ts';
import { grouped, taskGroups, type TaskGroup } from './taskGroups.ts';
import '../plan/tasks/tasks.css';
import './myTasks.css';

type Patient = RouteOutput<'myTasks'>['patients'][number];

interface Item {
  readonly task: Task;
  readonly patient: Patient;
}

export class MyTasksPage extends LightElement {
  static override properties = {
    session: { attribute: false },
    patients: { state: true },
    findings: { state: true },
    answers: { state: true },
    failed: { state: true },
    said: { state: true },
  };
  declare session: SessionStore;
  declare private patients: Load<readonly Patient[]>;
  /** What the plan of a patient needs of me beside my tasks, by plan. */
  declare private findings: ReadonlyMap<string, readonly Finding[]>;
  /** What was answered here: a task that is answered for stays where it stands until the page is opened anew. */
  declare private answers: ReadonlyMap<string, TaskStatus>;
  /** The task whose status could not be set, or ''. */
  declare private failed: string;
  /** Said to screen readers. */
  declare private said: string;

  constructor() {
    super();
    this.patients = { state: 'loading' };
    this.findings = new Map();
    this.answers = new Map();
    this.failed = '';
    this.said = '';
  }

  protected override firstUpdated(): void {
    void this.#fetch();
  }

  protected override render(): TemplateResult {
    const { patients } = this;
    const words = texts().tasks.mine;
    if (patients.state === 'failed') return failurePage({ code: patients.code, retry: () => this.#retry() });
    return html`<div class="page stack my-tasks" data-gap="lg">
      <div>
        <h1 class="ds-heading" data-size="lg" tabindex="-1">${words.heading}</h1>
        <p class="muted">${words.lead}</p>
      </div>
      ${patients.state === 'loading' ? busy(words.loading) : this.#groups(patients.data)}
      <p class="ds-sr-only" role="status">${this.said}</p>
    </div>`;
  }

  #groups(patients: readonly Patient[]): TemplateResult {
    const items = patients.flatMap((patient) => patient.tasks.map((task) => ({ task, patient })));
    const groups = grouped(items, osloDate(new Date()));
    const lay = patients.some(({ role }) => role === 'patient' || role === 'relative');
    return html`${lay ? emergencyNote() : nothing}
    ${items.length === 0 ? html`<p class="empty">${texts().tasks.mine.none}</p>` : nothing}
    ${taskGroups.map((group) => this.#group(group, groups[group]))} ${patients.map((patient) => this.#needs(patient))}`;
  }

  #needs({ planId, patientName }: Patient): TemplateResult | typeof nothing {
    const findings = this.findings.get(planId) ?? [];
    if (findings.length === 0) return nothing;
    return html`<section class="surface stack" data-findings=${planId} aria-labelledby=${`needs-${planId}`}>
      <h2 class="ds-heading" data-size="xs" id=${`needs-${planId}`}>${texts().tasks.mine.findings(patientName)}</h2>
      ${findingsList({
        findings,
        hrefOf: ({ sectionId, rowId }) => `${paths.plan(planId)}${fragmentOf({ sectionId, field: rowId })}`,
      })}
    </section>`;
  }

  #group(group: TaskGroup, items: readonly Item[]): TemplateResult | typeof nothing {
    if (items.length === 0) return nothing;
    const heading = `${texts().tasks.mine.groups[group]} (${items.length})`;
    const list = html`<ul class="plain-list task-list" aria-label=${texts().tasks.mine.groups[group]}>
      ${repeat(
        items,
        ({ task }) => task.id,
        (item) => this.#item(item),
      )}
    </ul>`;
    if (group === 'settled')
      return html`<details class="task-settled">
        <summary>${heading}</summary>
        ${list}
      </details>`;
    return html`<section class="stack" data-group=${group} aria-labelledby=${`tasks-${group}`}>
      <h2 class="ds-heading" data-size="sm" id=${`tasks-${group}`}>${heading}</h2>
      ${list}
    </section>`;
  }

  #item({ task: fetched, patient }: Item): TemplateResult {
    const words = texts().tasks.mine;
    const task = { ...fetched, status: this.answers.get(fetched.id) ?? fetched.status };
    const byRole = task.owner === patient.role;
    const path = `${paths.plan(patient.planId)}${fragmentOf({ sectionId: 'tasks', field: `${task.id}.` })}`;
    return html`<li class="task surface" data-task=${task.id}>
      <p class="my-task-patient">
        ${words.of(patient.patientName)}
        ${byRole ? html`<span class="muted">${words.byRole(texts().shared.roles[patient.role].toLowerCase())}</span>` : nothing}
      </p>
      ${taskText({ task, ownerName: null, answer: (status) => void this.#answer(task, patient, status) })}
      ${
        this.failed === task.id
          ? html`<p class="task-failed" role="alert">${texts().plan.tasks.statusFailed}</p>`
          : nothing
      }
      <a class="ds-link" href=${path} aria-label=${words.openPlanOf(taskName(task), patient.patientName)}
        >${words.openPlan}</a
      >
    </li>`;
  }

  async #fetch(): Promise<void> {
    try {
      const { patients } = await call('myTasks', {}, {});
      this.patients = { state: 'ready', data: patients };
      await Promise.all(patients.map((patient) => this.#fetchFindings(patient)));
    } catch (error) {
      const code = failureCode(error);
      if (code === 'not-signed-in') await this.session.refresh();
      else this.patients = { state: 'failed', code };
    }
  }

  async #fetchFindings({ planId, role }: Patient): Promise<void> {
    try {
      const { findings } = await call('findings', { planId }, {});
      const mine = findings.filter((finding) => isToAct(role, finding));
      this.findings = new Map([...this.findings, [planId, mine]]);
    } catch {
      // The tasks are what the page is for; what the plan needs is told in the plan too.
    }
  }

  #retry(): void {
    this.patients = { state: 'loading' };
    void this.#fetch();
  }

  async #answer(task: Task, { planId }: Patient, status: TaskStatus): Promise<void> {
    try {
      await call('setOwnTaskStatus', { planId, taskId: task.id }, { status });
      this.answers = new Map([...this.answers, [task.id, status]]);
      this.failed = '';
      this.said = texts().plan.tasks.statusSaved;
      tasksAnswered();
    } catch {
      this.failed = task.id;
      this.requestUpdate();
    }
  }
}

customElements.define('samrad-my-tasks-page', MyTasksPage);
