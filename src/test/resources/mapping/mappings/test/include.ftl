<#include "../../orders/rich.edi">
