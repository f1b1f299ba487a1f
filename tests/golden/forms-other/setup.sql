CREATE ROLE golden_forms_a;
CREATE ROLE golden_forms_b;
CREATE ROLE golden_forms_super SUPERUSER;
