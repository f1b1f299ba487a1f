CREATE ROLE golden_forms;
