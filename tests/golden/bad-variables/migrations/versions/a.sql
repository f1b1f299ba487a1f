SELECT 1;

SELECT :'app_roles';
