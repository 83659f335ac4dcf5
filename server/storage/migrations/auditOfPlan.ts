/** Finds the records of one plan without reading the others. The chain is left as it is. */
export const auditOfPlan = `
  create index audit_plan on audit (json_extract(body, '$.planId'), sequence);
  `;
