<#-- A little 855: BAK, one N1, a PO1 a line, a composite. -->
<BAK BAK01="00" BAK02="AC" BAK03="${order.poNumber}" BAK04="${order.poDate?replace('-', '')}"/>
<#if order.name??><N1 N101="ST" N102="${order.name}"/></#if>
<#list order.lines as line>
<PO1-loop>
  <PO1 PO101="${line.lineNumber}" PO102="${line.quantity}" PO103="${line.unit!}" PO106="<#if line.sku??>VN</#if>" PO107="${line.sku!}"/>
  <SLN SLN01="${line?counter}" SLN0501="EA" SLN0503="${line.multiplier!}"/>
  <MSG MSG01="${line.note!}"/>
</PO1-loop>
</#list>
